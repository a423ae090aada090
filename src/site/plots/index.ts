// The list of plots: their index, pages and files are made from it in this order. To add one: a file beside this one, and a line here.

import { modelGraph, oncePerStudy, ordersFor, theoryOf, wholeModel, type Study } from '#study';
import { decisionsUrl, modelUrl, plotUrl, saturationUrl } from '#site/urls.ts';
import type { TheoryWords } from '#site/words/theory.ts';
import { theoryWords } from '#site/words/theory.ts';
import { codePassages } from './code-passages.ts';
import { codesTogether } from './codes-together.ts';
import { decisionRoads } from './decision-roads.ts';
import { modelView, type NamedView } from './model-view.ts';
import type { Plot } from './plot.ts';
import { portraits } from './portrait.ts';
import { saturationCurve } from './saturation.ts';
import { sourceCoverage } from './source-coverage.ts';
import { flowOfSources } from './source-flow.ts';
import { sourcesCodes } from './sources-codes.ts';

export interface ListedPlot {
  /** Plots of one family are views of the same numbers: orders, units, parts. */
  readonly family: string;
  /** The page that shows it. */
  readonly url: string;
  readonly plot: Plot;
}

/** Made once for each study. */
export const allPlots: (study: Study) => readonly ListedPlot[] = oncePerStudy((study) => plotsOf(study, theoryWords()));

export function plotsOf(study: Study, words: TheoryWords): readonly ListedPlot[] {
  const coded = study.codes.some(({ passages }) => passages.length > 0);
  const own = (family: string, plots: readonly (Plot | null)[]): readonly ListedPlot[] =>
    plots.flatMap((plot) => (plot ? [{ family, plot, url: plotUrl(plot.name) }] : []));
  const at = (family: string, url: string, plots: readonly Plot[]): readonly ListedPlot[] =>
    plots.map((plot) => ({ family, plot, url }));
  const theory = theoryOf(study);
  return [
    ...own('flow', [flowOfSources(study, words)]),
    ...(study.sources.some(({ excerpts }) => excerpts.length > 0) ? own('portrait', portraits(study, words)) : []),
    ...(coded
      ? [
          ...ordersFor(study).flatMap((order) => own('sources-codes', sourcesCodes(study, words, order))),
          ...own('codes-together', [codesTogether(study, words, 'passage'), codesTogether(study, words, 'source')]),
          ...own('coverage', [sourceCoverage(study, words)]),
          ...own('code-passages', [codePassages(study, words)]),
          ...at('saturation', saturationUrl(), [saturationCurve(study, words)]),
        ]
      : []),
    ...(theory && theory.model.options.length > 0
      ? at('decisions', decisionsUrl(), [decisionRoads(theory, words)])
      : []),
    ...viewsOnPages(modelViews(study, words).map((view) => modelView(view, study, words))),
  ];
}

/** Marks of drawings on one page, so that it stays light: some 30 bytes each when compressed. */
const marksOnPage = 3500;

/** Views of the model stand on its page as far as there is room, the others on pages of their own. */
function viewsOnPages(views: readonly Plot[]): readonly ListedPlot[] {
  let marks = 0;
  return views.map((plot, i) => {
    marks += plot.drawing.marks.length;
    return { family: 'model', plot, url: i === 0 || marks <= marksOnPage ? modelUrl() : plotUrl(plot.name) };
  });
}

/** The views of the model; the whole theory where it has none. Numbered, since their names may be equal or unfit for a file. */
export function modelViews(study: Study, words: TheoryWords): readonly NamedView[] {
  const theory = theoryOf(study);
  if (!theory) return [];
  const { model } = theory;
  if (model.views.length === 0)
    return [{ name: 'model', title: words.plots.modelView.whole, graph: wholeModel(model) }];
  return model.views.map((view, i) => ({
    name: `model-${i + 1}`,
    title: view.name || (view.id ?? words.plots.modelView.unnamed(i + 1)),
    graph: modelGraph(model, view.elements),
  }));
}
