"""The guidance model of the teaching study: six decisions, their options and the forces on them.

It is read beside the field notes and never run. Names of variables are the ids of the codes in the notes.
"""
from codeable_models import CClass, add_links
from metamodels.guidance_metamodel import decision, practice, pattern, force, do_nothing_design_solution, \
    requires, uses, can_use, can_be_combined_with, can_be_realized_with, variant, realizes, alternative_to, rules_out, \
    influences, enables, mandatory_next, optional_next, \
    very_positive, positive, neutral, negative, very_negative, positive_and_negative
from metamodels.guidance_metamodel_utils import add_decision_option_link, \
    add_stereotyped_link_with_how_tagged_value
from metamodels.source_metamodel import source

# Sources

s1 = CClass(source, "s1")
s2 = CClass(source, "s2")
s3 = CClass(source, "s3")
s4 = CClass(source, "s4")
s5 = CClass(source, "s5")
s6 = CClass(source, "s6")
s9 = CClass(source, "s9")
s12 = CClass(source, "s12")
s17 = CClass(source, "s17")
s19 = CClass(source, "s19")
s23 = CClass(source, "s23")
s24 = CClass(source, "s24")
s26 = CClass(source, "s26")
s27 = CClass(source, "s27")
s29 = CClass(source, "s29")
s32 = CClass(source, "s32")
s37 = CClass(source, "s37")
s38 = CClass(source, "s38")
p1 = CClass(source, "p1")

all_sources = [s1, s2, s3, s4, s5, s6, s9, s12, s17, s19, s23, s24, s26, s27, s29, s32, s37, s38, p1]

# Forces

complexity = CClass(force, "Complexity")
scalability = CClass(force, "Scalability")
control_over_data = CClass(force, "Control over data")
regional_legal = CClass(force, "Flexibility in regional or legal boundaries")
autonomous = CClass(force, "Autonomous")
accessibility = CClass(force, "Accessibility")
costs = CClass(force, "Costs")
data_movement = CClass(force, "Data movement")
efficiency = CClass(force, "Efficiency")
usability = CClass(force, "Usability")
time_to_value = CClass(force, "Time-to-Value")
automation = CClass(force, "Automation")
interoperability = CClass(force, "Interoperability")
discoverability = CClass(force, "Discoverability")
speed = CClass(force, "Speed")

all_forces = [complexity, scalability, control_over_data, regional_legal, autonomous, accessibility, costs, data_movement,
              efficiency, usability, time_to_value, automation, interoperability, discoverability, speed]

# How are data landing zones arranged?

landing_zone_topology = CClass(decision, "How are data landing zones arranged?")
single_data_landing_zone = CClass(pattern, "Single Data Landing Zone")
multiple_data_landing_zones = CClass(pattern, "Multiple Data Landing Zones")
hub_generic_special_data_landing_zones = CClass(pattern, "Hub-, generic-, and special data landing zones")
functional_and_regionally_aligned_data_landing_zones = CClass(
    pattern, "Functional and regionally aligned data landing zones")

add_decision_option_link(landing_zone_topology, single_data_landing_zone, "One zone for all domains")
add_decision_option_link(landing_zone_topology, multiple_data_landing_zones, "Several zones")
add_decision_option_link(landing_zone_topology, hub_generic_special_data_landing_zones,
                         "A hub with generic and special zones")
add_decision_option_link(landing_zone_topology, functional_and_regionally_aligned_data_landing_zones,
                         "Zones by function or region")

VNetPeering = CClass(practice, "VNetPeering")
hub_generic_special_data_landing_zones.add_links(multiple_data_landing_zones, role_name="to",
                                                 stereotype_instances=variant)
functional_and_regionally_aligned_data_landing_zones.add_links(multiple_data_landing_zones, role_name="to",
                                                               stereotype_instances=variant)
zones_need_peering = multiple_data_landing_zones.add_links(VNetPeering, role_name="to",
                                                           stereotype_instances=requires)[0]

add_force_relations({
    single_data_landing_zone: {complexity: very_positive, autonomous: negative, efficiency: positive,
                               scalability: very_negative},
    multiple_data_landing_zones: {complexity: negative, scalability: positive, autonomous: positive},
    hub_generic_special_data_landing_zones: {control_over_data: very_positive, regional_legal: positive,
                                             complexity: negative},
    functional_and_regionally_aligned_data_landing_zones: {scalability: very_positive, regional_legal: very_positive,
                                                           complexity: very_negative},
})

# How is compute provided to the domains?

compute_provision = CClass(decision, "How is compute provided to the domains?")
separating_storage_and_compute = CClass(practice, "Separating storage and compute")
separating_compute_from_compute = CClass(practice, "Separating compute from compute")
managed_compute_infrastructure = CClass(practice, "Managed Compute Infrastructure")

add_decision_option_link(compute_provision, separating_storage_and_compute, "Storage and compute grow apart")
add_decision_option_link(compute_provision, separating_compute_from_compute, "Each domain has its own compute")
add_decision_option_link(compute_provision, managed_compute_infrastructure, "The platform manages compute")

separating_compute_from_compute.add_links(separating_storage_and_compute, role_name="to",
                                          stereotype_instances=requires)
managed_compute_infrastructure.add_links(separating_storage_and_compute, role_name="to",
                                         stereotype_instances=can_use)

add_force_relations({
    separating_storage_and_compute: {scalability: very_positive, costs: positive},
    separating_compute_from_compute: {autonomous: very_positive, scalability: positive, costs: positive_and_negative},
    managed_compute_infrastructure: {usability: positive, efficiency: positive, autonomous: neutral},
})

# How do consumers reach the data of a product?

consumption_of_data = CClass(decision, "How do consumers reach the data of a product?")
in_place_consumption = CClass(practice, "In-place consumption")
sql_endpoint = CClass(pattern, "SQL Endpoint")
event_streaming_backbone = CClass(pattern, "Event Streaming Backbone")
query_engine = CClass(pattern, "Query Engine")
access_control_management = CClass(practice, "Access control management")

add_decision_option_link(consumption_of_data, in_place_consumption, "Read where the data lies")
add_decision_option_link(consumption_of_data, sql_endpoint, "Query through SQL")
add_decision_option_link(consumption_of_data, event_streaming_backbone, "Subscribe to streams")

in_place_on_separated_storage = separating_storage_and_compute.add_links(
    in_place_consumption, role_name="to", stereotype_instances=enables)[0]
in_place_consumption.add_links(access_control_management, role_name="to", stereotype_instances=requires)
add_stereotyped_link_with_how_tagged_value(sql_endpoint, query_engine, uses,
                                           "Statements are answered by the shared engine")
add_stereotyped_link_with_how_tagged_value(in_place_consumption, query_engine, can_be_realized_with,
                                           "Joins run across projects without a copy")

add_force_relations({
    in_place_consumption: {data_movement: very_positive, costs: positive, control_over_data: positive},
    sql_endpoint: {accessibility: positive, speed: positive, usability: positive_and_negative},
    event_streaming_backbone: {accessibility: positive, scalability: very_positive, complexity: very_negative},
})

# How are past and present data combined?

historical_and_live_data = CClass(decision, "How are past and present data combined?")
lambda_architecture = CClass(pattern, "Lambda Architecture")
kappa_architecture = CClass(pattern, "Kappa Architecture")
unified_batch_stream_processing_service = CClass(pattern, "Unified Batch Stream Processing Service")

add_decision_option_link(historical_and_live_data, lambda_architecture, "Two systems, reconciled when read")
add_decision_option_link(historical_and_live_data, kappa_architecture, "One stream, kept without end")
add_decision_option_link(historical_and_live_data, unified_batch_stream_processing_service, "One engine for both")

kappa_architecture.add_links(lambda_architecture, role_name="to", stereotype_instances=alternative_to)
kappa_architecture.add_links(event_streaming_backbone, role_name="to", stereotype_instances=requires)
event_streaming_backbone.add_links(historical_and_live_data, role_name="next decision",
                                   stereotype_instances=mandatory_next)

add_force_relations({
    lambda_architecture: {complexity: negative, speed: neutral},
    kappa_architecture: {complexity: positive, accessibility: positive, costs: negative},
    unified_batch_stream_processing_service: {complexity: positive, efficiency: positive, interoperability: neutral},
})

# How do domain teams create data products?

creation_of_data_products = CClass(decision, "How do domain teams create data products?")
declaratively_create_dp = CClass(practice, "Declaratively create DP")
no_code_transformation = CClass(practice, "No-code transformation")
infrastructure_as_code = CClass(practice, "Infrastructure as Code")
self_serve_ui = CClass(practice, "Self-Serve UI")
workflow_automation_engine = CClass(pattern, "Workflow Automation Engine")

add_decision_option_link(creation_of_data_products, declaratively_create_dp, "Declare the product")
add_decision_option_link(creation_of_data_products, no_code_transformation, "Compose it without code")
add_decision_option_link(creation_of_data_products, infrastructure_as_code, "Instantiate a template")
add_decision_option_link(creation_of_data_products, self_serve_ui, "Use a graphical interface")

add_links({declaratively_create_dp: [workflow_automation_engine, infrastructure_as_code]}, role_name="to",
          stereotype_instances=uses)
self_serve_ui.add_links(declaratively_create_dp, role_name="to", stereotype_instances=enables)
no_code_transformation.add_links(self_serve_ui, role_name="to", stereotype_instances=can_be_combined_with)

add_force_relations({
    declaratively_create_dp: {usability: very_positive, time_to_value: positive, autonomous: positive},
    no_code_transformation: {usability: very_positive, autonomous: positive_and_negative},
    infrastructure_as_code: {automation: very_positive, time_to_value: positive, usability: negative},
    self_serve_ui: {usability: very_positive, time_to_value: positive, automation: neutral},
})

# How are global policies enforced?

enforcement_of_policies = CClass(decision, "How are global policies enforced?")
policy_automation = CClass(pattern, "Policy Automation")
manage_security_policies_of_dps = CClass(practice, "Manage security policies of DPs")
no_central_enforcement = CClass(do_nothing_design_solution, "No central enforcement")
data_catalog = CClass(pattern, "Data Catalog")
metadata_management = CClass(practice, "Metadata Management")

add_decision_option_link(enforcement_of_policies, policy_automation, "The platform enforces them")
add_decision_option_link(enforcement_of_policies, manage_security_policies_of_dps, "Stewards administer them")
add_decision_option_link(enforcement_of_policies, no_central_enforcement, "Leave them to the domains")

policy_automation.add_links(metadata_management, role_name="to", stereotype_instances=requires)
policy_automation.add_links(no_central_enforcement, role_name="to", stereotype_instances=rules_out)
metadata_management.add_links(data_catalog, role_name="to", stereotype_instances=realizes)
data_catalog.add_links(in_place_consumption, role_name="to", stereotype_instances=influences)
in_place_consumption.add_links(enforcement_of_policies, role_name="next decision",
                               stereotype_instances=mandatory_next)
multiple_data_landing_zones.add_links(compute_provision, role_name="next decision",
                                      stereotype_instances=optional_next)
separating_compute_from_compute.add_links(consumption_of_data, role_name="next decision",
                                          stereotype_instances=optional_next)
infrastructure_as_code.add_links(enforcement_of_policies, role_name="next decision",
                                 stereotype_instances=optional_next)

add_force_relations({
    policy_automation: {control_over_data: very_positive, automation: positive, interoperability: positive},
    manage_security_policies_of_dps: {control_over_data: positive, time_to_value: negative},
    no_central_enforcement: {autonomous: positive, control_over_data: very_negative, interoperability: very_negative,
                             discoverability: negative},
})

# Evidence

add_links({s1: [landing_zone_topology, single_data_landing_zone, multiple_data_landing_zones,
                hub_generic_special_data_landing_zones, functional_and_regionally_aligned_data_landing_zones,
                VNetPeering, zones_need_peering]}, role_name="contained_code")
add_links({s2: [event_streaming_backbone, lambda_architecture, kappa_architecture, historical_and_live_data,
                access_control_management]}, role_name="contained_code")
add_links({s3: [policy_automation, query_engine, data_catalog, enforcement_of_policies]}, role_name="contained_code")
add_links({s4: [managed_compute_infrastructure, no_code_transformation, creation_of_data_products, self_serve_ui]},
          role_name="contained_code")
add_links({s5: [declaratively_create_dp, manage_security_policies_of_dps, query_engine]}, role_name="contained_code")
add_links({s6: [separating_storage_and_compute, separating_compute_from_compute, in_place_consumption,
                in_place_on_separated_storage, compute_provision, sql_endpoint]}, role_name="contained_code")
add_links({s9: [in_place_consumption, metadata_management, data_catalog, consumption_of_data,
                access_control_management, no_central_enforcement]}, role_name="contained_code")
add_links({s12: [separating_compute_from_compute, unified_batch_stream_processing_service, infrastructure_as_code,
                 data_catalog]}, role_name="contained_code")
add_links({s17: [infrastructure_as_code, sql_endpoint, manage_security_policies_of_dps]}, role_name="contained_code")
add_links({s19: [declaratively_create_dp, workflow_automation_engine, infrastructure_as_code]},
          role_name="contained_code")
add_links({s23: [sql_endpoint, unified_batch_stream_processing_service, no_code_transformation]},
          role_name="contained_code")
add_links({s26: [in_place_consumption, query_engine, access_control_management, workflow_automation_engine]},
          role_name="contained_code")
add_links({s27: [single_data_landing_zone, query_engine, data_catalog]}, role_name="contained_code")
add_links({s29: [event_streaming_backbone, kappa_architecture, lambda_architecture]}, role_name="contained_code")
add_links({s32: [self_serve_ui, declaratively_create_dp, query_engine]}, role_name="contained_code")
add_links({s38: [policy_automation, data_catalog]}, role_name="contained_code")
add_links({p1: [declaratively_create_dp, data_catalog, enforcement_of_policies]}, role_name="contained_code")
