import { describe, expect, it } from 'vitest';
import { readBibliographies, readCodebook } from '../../../src/study/model/companions.ts';

describe('sources.yaml', () => {
  it('gives dates of any precision and the bare DOI, however it is written', () => {
    const { bibliographies, reader } = readBibliographies(
      's1: { date: 2021, accessed: 2022-05, archived: "2024-02-29", doi: "https://doi.org/10.1/x" }\n' +
        's2: { doi: "doi:10.5281/zenodo.1" }\nS3: { doi: "https://doi.org/10.1002/(SICI)1:8<693::AID>3.0.CO;2-O" }\n',
    );
    expect(reader.notices.map(({ args }) => args?.['value'])).toEqual(['https://doi.org/10.1/x']);
    expect(bibliographies.bySource.get('s1')).toEqual({ date: '2021', accessed: '2022-05', archived: '2024-02-29' });
    expect(bibliographies.bySource.get('s2')).toEqual({ doi: '10.5281/zenodo.1' });
    expect(bibliographies.bySource.get('s3')).toEqual({ doi: '10.1002/(SICI)1:8<693::AID>3.0.CO;2-O' });
  });

  it('names dates that are on no calendar and DOIs that are none', () => {
    const { bibliographies, reader } = readBibliographies(
      's1: { date: "2021-02-29", accessed: 2021-13, archived: 20210301, doi: none, site: A }\n',
    );
    expect(reader.notices.map(({ code, args }) => [code, args?.['key']])).toEqual([
      ['settings-value', 's1.doi'],
      ['settings-value', 's1.date'],
      ['settings-value', 's1.accessed'],
      ['settings-value', 's1.archived'],
    ]);
    expect(bibliographies.bySource.get('s1')).toEqual({ site: 'A' });
  });
});

describe('codebook.yaml', () => {
  it('is read for as many codes as a site can give pages to, and the first beyond is named', () => {
    const lines = Array.from({ length: 5002 }, (_, i) => `  code_${i + 1}: What it means\n`);
    const { codebook, reader } = readCodebook(`codes:\n${lines.join('')}`);
    expect([...codebook.entries.keys()].at(-1)).toBe('code_5000');
    expect(reader.notices.map(({ code, args }) => [code, args?.['value']])).toEqual([['settings-value', 'code_5001']]);
    expect(readCodebook(`codes:\n${lines.slice(0, 5000).join('')}`).reader.notices).toEqual([]);
  });
});
