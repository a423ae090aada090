// Out: the invented study of the export tests with a small theory: two decisions, five options, three forces, two views, and numbers of
// a flow. Everything that plots, exports and pages of the theory draw can be counted here by hand.

import { readCompanion } from '../../src/study/model/companion/read-companion.ts';
import type { Settings, Study } from '../../src/study/model/study.ts';
import { sampleStudy } from '../exports/sample-study.ts';

const python = `
from codeable_models import CClass, CBundle, add_links
from metamodels.guidance_metamodel import *
from metamodels.guidance_metamodel_utils import *
from metamodels.source_metamodel import source

s1 = CClass(source, "s1")
s6 = CClass(source, "s6")
cost_transparency = CClass(force, "Cost transparency (100 %)")
resting_time = CClass(force, "Resting time")
peace = CClass(force, "Peace in the house")
share_oven = CClass(decision, "How to share an oven?")
keep_fire = CClass(decision, "Who keeps the fire?")
access_control = CClass(practice, "Access control")
drawing_lots = CClass(pattern, "Drawing \\"lots\\" & waiting")
VMs = CClass(practice, "Virtual machines")
fire_keeper = CClass(practice, "A keeper of the fire")
no_keeper = CClass(do_nothing_design_solution, "Nobody keeps it")
add_decision_option_link(share_oven, access_control, "A key for each baker")
add_decision_option_link(share_oven, drawing_lots, "By lot")
add_decision_option_link(share_oven, VMs, "One oven each")
add_decision_option_link(keep_fire, fire_keeper, "One person")
add_decision_option_link(keep_fire, no_keeper, "Nobody")
needs_keeper = access_control.add_links(fire_keeper, role_name="to", stereotype_instances=requires)[0]
access_control.add_links(VMs, role_name="to", stereotype_instances=alternative_to)
access_control.add_links(keep_fire, role_name="next decision", stereotype_instances=mandatory_next)
add_force_relations({
    access_control: {cost_transparency: very_positive, peace: negative},
    drawing_lots: {peace: positive_and_negative},
    VMs: {resting_time: neutral, cost_transparency: very_negative, peace: positive},
})
add_links({s6: [access_control, fire_keeper, needs_keeper], s1: [access_control]}, role_name="contained_code")
oven = CBundle("Oven", elements=[share_oven, access_control, drawing_lots, VMs, cost_transparency, resting_time, peace])
fire = CBundle("Fire", elements=[keep_fire, fire_keeper, no_keeper, access_control])
`;

const reading = readCompanion([{ path: 'model/ovens.py', text: python }]);
/** Empty: the fixture is read without a problem. */
export const modelProblems = reading.problems;

export const flow = {
  identified: 20,
  duplicates: 2,
  screened: 18,
  excluded: [
    { reason: 'Not about ovens', n: 7 },
    { reason: 'No <access>', n: 4 },
  ],
  included: 7,
};

export function bakery(changed: Partial<Settings> = {}): Study {
  const study = sampleStudy({ flow, ...changed });
  return reading.model ? { ...study, companion: reading.model } : study;
}
