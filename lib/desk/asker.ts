// Who gives an order that is written down: the account, or the name given with --by.
import { userInfo } from 'node:os';

/** The name of the account; where the system has none for its number, as in some containers, "operator". */
export function thisUser(): string {
  try {
    return userInfo().username;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 'operator';
    throw error;
  }
}
