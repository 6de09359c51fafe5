// Takes what was typed for a phase; leaves its name, or says which there are.
import { Argument, InvalidArgumentError } from 'commander';
import { type PhaseName, phaseNames } from '../config/phases.js';
import { didYouMean } from '../config/problems.js';

/** An argument that takes a phase's name; `name` with its brackets, as commander wants it. */
export function phaseArgument(name: '<phase>' | '[phase]', about: string): Argument {
  return new Argument(name, `${about}: ${phaseNames.join(', ')}`).argParser(phaseName);
}

/** The phase of that name. Throws what commander prints. */
export function phaseName(text: string): PhaseName {
  const found = phaseNames.find((name) => name === text);
  if (found) return found;
  throw new InvalidArgumentError(`Allowed is ${phaseNames.join(', ')}${didYouMean(text, phaseNames)}.`.replace('?.', '?'));
}
