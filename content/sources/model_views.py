"""Views of the guidance model: one bundle a part of it, and one for the road between the decisions."""
from codeable_models import CBundle
from model import all_forces, all_sources, landing_zone_topology, compute_provision, consumption_of_data, \
    historical_and_live_data, creation_of_data_products, enforcement_of_policies, event_streaming_backbone, \
    in_place_consumption, multiple_data_landing_zones, separating_compute_from_compute, infrastructure_as_code

all_decisions = [landing_zone_topology, compute_provision, consumption_of_data, historical_and_live_data,
                 creation_of_data_products, enforcement_of_policies]

topology_view = CBundle("Topology", elements=landing_zone_topology.get_connected_elements(
    stop_elements_inclusive=all_forces + [compute_provision], stop_elements_exclusive=all_sources))
compute_view = CBundle("Compute", elements=compute_provision.get_connected_elements(
    stop_elements_inclusive=all_forces + [consumption_of_data, in_place_consumption],
    stop_elements_exclusive=all_sources + [multiple_data_landing_zones]))
consumption_view = CBundle("Consumption", elements=consumption_of_data.get_connected_elements(
    stop_elements_inclusive=all_forces + [historical_and_live_data, enforcement_of_policies],
    stop_elements_exclusive=all_sources + [compute_provision]))
creation_view = CBundle("Creation", elements=creation_of_data_products.get_connected_elements(
    stop_elements_inclusive=all_forces, stop_elements_exclusive=all_sources + [enforcement_of_policies]))
road_view = CBundle("Road through the decisions", elements=all_decisions + [
    multiple_data_landing_zones, separating_compute_from_compute, in_place_consumption, event_streaming_backbone,
    infrastructure_as_code])
