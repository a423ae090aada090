// The list of exports: /exports/ and the build go through it in this order. To add one: a file beside this one, and a line here.

import type { ExportFormat } from './format.ts';
import { studyJson } from './study-json.ts';

export const formats: readonly ExportFormat[] = [studyJson];
