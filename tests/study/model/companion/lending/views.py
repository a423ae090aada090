from codeable_models import CBundle
from metamodels.guidance_metamodel import force
from decisions import where_to_lend, how_to_return, book_bus, counter, lending, shelf
import base.elements as parts

forces_class_objects = [f.class_object for f in force.all_classes]
lending_view = CBundle("lending", elements=where_to_lend.class_object.get_connected_elements(
    stop_elements_inclusive=[how_to_return.class_object], stop_elements_exclusive=forces_class_objects + [lending]))
return_view = CBundle("returning", elements=how_to_return.get_connected_elements(
    stop_elements_exclusive=[where_to_lend, parts.return_box, parts.lending, book_bus, parts.reminder]))
two = CBundle("two", elements=[counter, book_bus, counter])
all_views = [lending_view, {}, return_view, {}, two, {"render": False}]
