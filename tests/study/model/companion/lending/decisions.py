from codeable_models import CClass, add_links
from base.elements import where_to_lend, how_to_return, counter, book_bus, return_box, keep_as_is, \
    reminder as note_by_post, both_ways, either_way, add_force_relations, \
    walking_distance, running_costs, lost_books, joy, lending, returns, shelf, furniture, card_box, hill_village
from metamodels.guidance_metamodel import *

add_decision_option_link(where_to_lend, counter, "A counter with one clerk")
option_of_bus = add_decision_option_link(where_to_lend, book_bus, option_name="A bus on Fridays")
add_decision_option_link(where_to_lend, keep_as_is)
how_to_return.add_links(return_box, role_name="to", stereotype_instances=option2)
note_by_post.add_links([how_to_return], role_name="from", stereotype_instances=[option2])

impacts = {counter: {walking_distance: negative, running_costs: neutral},
           book_bus: {walking_distance: very_positive, running_costs: very_negative, joy: positive_and_negative}}
add_force_relations(impacts)
add_force_relations({return_box: {lost_books: positive}})

bus_uses_counter = \
    book_bus.add_links(counter, role_name="to", stereotype_instances=[uses])[0]
counter_variant_of_box = counter.add_links(return_box, role_name="from", stereotype_instances=variant)[0]
add_links({both_ways: [counter, book_bus], either_way: return_box}, role_name="to", stereotype_instances=includes)
add_stereotyped_link_with_how_tagged_value(book_bus, return_box, can_use, "a box inside " + "the bus")
add_stereotyped_link_with_role_tagged_value(counter, note_by_post, leads_to, "sender")

add_links({where_to_lend: how_to_return}, role_name="next decision", stereotype_instances=mandatory_next)
add_links({how_to_return: book_bus}, role_name="prior solution", stereotype_instances=optional_next)
where_to_lend.add_links(shelf, role_name="context", stereotype_instances=decide_for_all_instances_of)
lending.add_links(shelf)
lending.add_links([where_to_lend, how_to_return], association=category_decisions_relation)
lending.add_links(returns, role_name="sub category")
furniture.add_links(shelf, role_name="class")
hill_village.add_links(card_box, role_name="solutions")
