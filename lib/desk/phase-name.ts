// The argument of a command that names a phase or a stage; a slip is answered with the names there are.
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { type PhaseName, phaseNames } from '../config/phases.js';
import { didYouMean } from '../config/problems.js';
import { systemTest } from '../config/stages.js';
import { settingsOf } from './app.js';

/**
 * An argument that takes the name of a phase, or of a stage that the settings of `program` name; `name` with its brackets, as commander wants
 * it. Without `program` stages are none.
 */
export function phaseArgument(name: '<phase>' | '[phase]', about: string, program?: Command): Argument {
  return new Argument(name, `${about}: ${phaseNames.join(', ')}`).argParser((text) => phaseName(text, program));
}

/** The phase of that name. Throws what commander prints. The settings are read only where it is none of the phases. */
export function phaseName(text: string, program?: Command): PhaseName {
  const found = phaseNames.find((name) => name === text);
  if (found) return found;
  const stages = program && /^[a-z_][a-z0-9_]*$/.test(text) ? [...settingsOf(program).stages.map(({ name }) => name), systemTest] : [];
  if (stages.includes(text)) return text as PhaseName;
  const known = [...phaseNames, ...stages.filter((name) => name !== systemTest)];
  throw new InvalidArgumentError(`Allowed is ${known.join(', ')}${didYouMean(text, known)}.`.replace('?.', '?'));
}
