// `sni user`: who may act through the pages. Passwords and tokens are kept as hashes; what is shown here is shown once.
import type { Command } from 'commander';
import { stored } from '../users/password.js';
import { addUser, makeToken, nameFault, readUsers, removeUser, revokeTokens, setPassword, type User } from '../users/users.js';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { type Signed, signed } from './asker.js';
import { DeskError, exitCodes } from './end.js';
import { askPassword, type PasswordFlags } from './password.js';
import type { Screen } from './screen.js';
import { table } from './table.js';
import { counted, moment } from './words.js';

export function addUserCommands(program: Command, screen: Screen): void {
  const user = program
    .command('user')
    .description('Say who may act through the pages of "sni serve": add, list, remove; passwords for people, tokens for programs.')
    .addHelpText(
      'after',
      `
Without a login the pages can be read and nothing changed. Who logs in at /desk/login may pause, resume, wake, retry and reprocess;
"sni log" says who did. A program sends its token as "Authorization: Bearer TOKEN".

Examples:
  sni user add anna
  sni user add anna --generate
  sni user token anna --label "the chat bot" --days 90
  sni user list
  sni user remove anna`,
    );
  addAdd(user, screen);
  addPassword(user, screen);
  addToken(user, screen);
  addRemove(user, screen);
  user
    .command('list', { isDefault: true })
    .description('List users, their tokens and how many sessions each has open.')
    .option('--json', 'print one JSON array', false)
    .action(({ json }: { json: boolean }, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const users = await readUsers(sql);
        if (json) screen.json(users);
        else
          screen.print(
            users.length === 0
              ? 'Nobody may act through the pages yet. "sni user add NAME" lets somebody.'
              : listOf(users, config.timeZone, screen),
          );
      }),
    );
}

function withPassword(command: Command): Command {
  return signed(command)
    .argument('<name>', 'the user')
    .option('--password-file <file>', 'the password is the first line of this file; - is standard input')
    .option('--generate', 'make a password and show it once', false)
    .option('--json', 'print one JSON object', false);
}

function addAdd(user: Command, screen: Screen): void {
  withPassword(user.command('add'))
    .description('Let somebody log in. Asks for a password unless a file is named or one is to be made.')
    .action((name: string, flags: PasswordFlags & Signed & { json: boolean }, command: Command) => {
      const fault = nameFault(name);
      if (fault !== null) throw new DeskError(fault, exitCodes.wrongConfiguration);
      return withApp(command, async ({ sql }) => {
        const { password, shown } = await askPassword(flags, screen);
        if (!(await addUser(sql, name, await stored(password), { byWhom: flags.by, why: flags.why })))
          throw new DeskError(`There is a user ${name} already. "sni user password ${name}" gives another password.`);
        told(name, 'may log in', shown ? password : null, flags.json, screen);
      });
    });
}

function addPassword(user: Command, screen: Screen): void {
  withPassword(user.command('password'))
    .description('Give a user another password; ends the sessions there are.')
    .action((name: string, flags: PasswordFlags & Signed & { json: boolean }, command: Command) =>
      withApp(command, async ({ sql }) => {
        const { password, shown } = await askPassword(flags, screen);
        if (!(await setPassword(sql, name, await stored(password), { byWhom: flags.by, why: flags.why }))) throw notThere(name);
        told(name, 'has another password; all sessions are ended', shown ? password : null, flags.json, screen);
      }),
    );
}

function addToken(user: Command, screen: Screen): void {
  signed(user.command('token'))
    .description('Make a token for a program that acts as the user, and show it once; or take tokens back.')
    .argument('<name>', 'the user')
    .option('--label <text>', 'what it is for', '')
    .option('--days <n>', 'it holds so long (default: until it is revoked)', wholeNumber(3660))
    .option('--revoke [number]', 'make none, take back this one, or all of the user')
    .option('--json', 'print one JSON object', false)
    .action((name: string, flags: Signed & { label: string; days?: number; revoke?: string | true; json: boolean }, command: Command) =>
      withApp(command, async ({ sql }) => {
        const asker = { byWhom: flags.by, why: flags.why };
        if (flags.revoke !== undefined) {
          const id = flags.revoke === true ? null : String(wholeNumber()(flags.revoke));
          const revoked = await revokeTokens(sql, name, id, asker);
          if (revoked === 0) throw new DeskError(`${name} has no such token. "sni user list" shows which there are.`);
          if (flags.json) screen.json({ name, revoked });
          else screen.print(`${counted(revoked, 'token')} of ${name} taken back.`);
          return;
        }
        const token = await makeToken(sql, { name, label: flags.label, days: flags.days ?? null }, asker);
        if (token === null) throw notThere(name);
        if (flags.json) screen.json({ name, token });
        else screen.print(`${token}\nIt is not shown again. A program sends it as "Authorization: Bearer TOKEN".`);
      }),
    );
}

function addRemove(user: Command, screen: Screen): void {
  signed(user.command('remove'))
    .description('Let somebody act no longer: ends sessions and tokens too.')
    .argument('<name>', 'the user')
    .option('--json', 'print one JSON object', false)
    .action((name: string, flags: Signed & { json: boolean }, command: Command) =>
      withApp(command, async ({ sql }) => {
        if (!(await removeUser(sql, name, { byWhom: flags.by, why: flags.why }))) throw notThere(name);
        told(name, 'may act no longer', null, flags.json, screen);
      }),
    );
}

function notThere(name: string): DeskError {
  return new DeskError(`There is no user ${name}. "sni user list" shows who there is.`);
}

function told(name: string, what: string, password: string | null, json: boolean, screen: Screen): void {
  if (json) screen.json({ name, ...(password === null ? {} : { password }) });
  else screen.print(password === null ? `${name} ${what}.` : `${name} ${what}. The password, not shown again: ${password}`);
}

function listOf(users: readonly User[], timeZone: string, screen: Screen): string {
  const tokens = ({ tokens }: User): string =>
    tokens
      .map(
        ({ id, label, expiresAt }) =>
          `${id}${label === '' ? '' : ` ${label}`}${expiresAt === null ? '' : ` until ${moment(new Date(expiresAt), timeZone)}`}`,
      )
      .join('; ');
  return table(
    [
      { title: 'user', least: 'whole' },
      { title: 'since', least: 'whole' },
      { title: 'password' },
      { title: 'sessions', align: 'right' },
      { title: 'tokens', least: 12 },
    ],
    users.map((one) => [one.name, moment(one.addedAt, timeZone), one.hasPassword ? 'yes' : 'no', String(one.sessions), tokens(one)]),
    screen,
  );
}
