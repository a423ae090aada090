// In: the study's folder. Out: the edition as the notes are now, read again when a file has changed; a bad note never ends the server.

import { publishEdition, type Edition } from '../site/study.ts';
import { folderState } from './folder-state.ts';
import { printProseFaults } from './prose-problems.ts';
import { editionOf, readStudy, type StudyChoice } from './reading.ts';

export interface LivePlace extends StudyChoice {
  readonly base: string;
  readonly site: string;
  readonly excerptPages: boolean | null;
}

export interface LiveEdition {
  readonly current: () => Edition;
  /** Reads the study again if a file has changed; true when it did. Requests that come together wait for one reading. */
  readonly refresh: () => Promise<boolean>;
}

export async function liveEdition(place: LivePlace): Promise<LiveEdition> {
  const watched = [place.study, ...(place.model === undefined ? [] : [place.model])];
  let state = folderState(...watched);
  let edition = await read(place, 0);
  let reading: Promise<boolean> = Promise.resolve(false);
  const readAgain = async (): Promise<boolean> => {
    const now = folderState(...watched);
    if (now === state) return false;
    state = now;
    try {
      edition = await read(place, edition.reading + 1);
      return true;
    } catch (error) {
      // The folder may be half written, or without its last note for a moment: the last good edition stays.
      process.stderr.write(`The study could not be read: ${error instanceof Error ? error.message : String(error)}\n`);
      return false;
    }
  };
  return {
    current: () => edition,
    refresh: () => (reading = reading.then(readAgain)),
  };
}

async function read(place: LivePlace, reading: number): Promise<Edition> {
  const found = await readStudy(place);
  const edition = { ...editionOf(found.study, place), reading };
  publishEdition(edition);
  await printProseFaults(edition);
  return edition;
}
