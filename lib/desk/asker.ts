// Who gives an order that is written down: the account, or the name given with --by.
import { userInfo } from 'node:os';
import type { Command } from 'commander';

/** The name of the account; where the system has none for its number, as in some containers, "operator". */
export function thisUser(): string {
  try {
    return userInfo().username;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 'operator';
    throw error;
  }
}

/** What is said with an order, beside it. */
export interface Signed {
  by: string;
  why: string;
}

/** Adds --why and --by to a command whose doing is written down. */
export function signed(command: Command): Command {
  return command.option('--why <text>', 'the reason, for whoever reads "sni log"', '').option('--by <name>', 'who says so', thisUser());
}
