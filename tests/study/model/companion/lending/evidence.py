from codeable_models import CClass, add_links
from lending.decisions import *
from lending.base.elements import counter
from metamodels.GT_coding_metamodel import source, reference

s1 = CClass(source, "s1", values={"title": "On buses", "example": True, "pages": 3})
s2 = CClass(source, "s2")
p1 = CClass(source, "p1")
almanac = CClass(reference, "Almanac")
add_links({s1: almanac}, role_name="referenced")

common = [counter, walking_distance]
add_links({s1: common + [bus_uses_counter, where_to_lend], s2: common}, role_name="contained_code")
for code in [book_bus, joy]:
    add_links({p1: code}, role_name="contained_code")
