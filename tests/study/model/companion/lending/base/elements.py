"""Elements of an invented theory about lending books in a village."""
from codeable_models import CClass, CBundle, add_links
from metamodels.guidance_metamodel import (decision, practice, pattern, force, design_solution,
                                           do_nothing_design_solution, category, known_use,
                                           domain_metaclass, domain_metaclass_group,
                                           and_combined_group, or_combined_group,
                                           design_solution_domain_metaclass)


def add_force_relations(force_relations_definition):
    for practice in force_relations_definition.keys():
        for force in force_relations_definition[practice]:
            stereotype = (force_relations_definition[practice])[force]
            add_links({practice: force}, role_name="forces", stereotype_instances=stereotype)


# kinds
lending = CClass(category, "Lending")
returns = CClass(category, 'Returns')
where_to_lend = CClass(decision, "Where are books " + "lent?")
how_to_return = CClass(decision, "How do books "
                                 "come back?")
counter = CClass(practice, "Lend at the counter")
book_bus = CClass(pattern, "Book bus", superclasses=counter)
return_box = CClass(pattern, "Return box", superclasses=[counter])
keep_as_is = CClass(do_nothing_design_solution, "Change nothing")
no_label = CClass(do_nothing_design_solution)
reminder = CClass(design_solution, "Reminder")
both_ways = CClass(and_combined_group, "Counter and bus")
either_way = CClass(or_combined_group, "Counter or bus")
shelf = CClass(domain_metaclass, "Shelf")
furniture = CClass(domain_metaclass_group, "Furniture")
card_box = CClass(design_solution_domain_metaclass, "Card box")
hill_village = CClass(known_use, "A village on a hill")
walking_distance = CClass(force, "Walking distance")
running_costs = CClass(force, "Running costs")
lost_books = CClass(force, "Lost books")
joy = CClass(force, "Joy at reading")
