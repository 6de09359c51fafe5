// `sni audit`: which of the stored families and narratives do not stand on their headlines; --fix takes out what does not.
import { type Command, Option } from 'commander';
import type { Sql } from 'postgres';
import { evidenceOf } from '../app/evidence.js';
import { type Audit, audited } from '../audit/audit.js';
import { type AuditRule, auditRules, type Finding } from '../audit/finding.js';
import { isTakenOut, takeOut } from '../audit/fix.js';
import { wholeFindings } from '../audit/whole.js';
import { byKey } from '../family/by-key.js';
import { withApp } from './app.js';
import { thisUser } from './asker.js';
import { exitCodes } from './end.js';
import { fields, heading, paragraph } from './prose.js';
import type { Screen } from './screen.js';
import { spanArgument } from './span.js';
import { counted } from './words.js';

interface Asked {
  since?: number;
  fix: boolean;
  by: string;
  json: boolean;
}

export function addAudit(program: Command, screen: Screen): void {
  program
    .command('audit')
    .description(
      'Check all that is stored of families and narratives: sentences against their headlines, fields, duplicates, titles left out.',
    )
    .addOption(
      new Option('--since <span>', 'only families that a phase has touched so far back, such as 25m, 3h or 2d').argParser(spanArgument),
    )
    .option('--fix', 'take out sentences that do not stand; a narrative without its thesis is told anew by the next run', false)
    .option('--by <name>', 'who says so', thisUser())
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
What is checked:
${Object.entries(auditRules)
  .map(([rule, about]) => `  ${rule.padEnd(10)} ${about}`)
  .join('\n')}

Exit code 1 where something does not stand and was not taken out. What was taken out is kept in the table taken_out.

Examples:
  sni audit
  sni audit --since 1d --json | jq '.findings[] | select(.rule == "claim")'
  sni audit --fix --by anna`,
    )
    .action(async (asked: Asked, command: Command) => {
      await withApp(command, async ({ sql, config }) => {
        const which = asked.since === undefined ? 'all' : { since: new Date(Date.now() - asked.since * 1000) };
        const check = await evidenceOf(config, false)();
        const audit: Audit = { families: 0, narratives: 0, findings: [] };
        for await (const part of audited(sql, { check, theaters: config.theaters, eventTypes: config.eventTypes }, which)) {
          audit.families += part.families;
          audit.narratives += part.narratives;
          audit.findings.push(...part.findings);
          screen.overwrite(`${counted(audit.families, 'family')} checked, ${counted(audit.findings.length, 'finding')}`);
        }
        screen.overwrite('');
        audit.findings.push(...(await wholeFindings(sql)));
        const fixed = asked.fix ? await fixAll(sql, audit.findings, asked.by) : new Set<Finding>();
        if (asked.json) screen.json({ ...audit, findings: audit.findings.map((one) => ({ ...one, takenOut: fixed.has(one) })) });
        else screen.print(render(audit, fixed, asked.fix, screen));
        if (audit.findings.some((finding) => !fixed.has(finding))) screen.end(exitCodes.failed);
      });
    });
}

/** Those that were taken out. */
async function fixAll(sql: Sql, findings: readonly Finding[], byWhom: string): Promise<Set<Finding>> {
  const fixed = new Set<Finding>();
  for (const [, ofOne] of byKey(findings.filter(isTakenOut), ({ of }) => of))
    if (await takeOut(sql, ofOne, byWhom)) for (const finding of ofOne) fixed.add(finding);
  return fixed;
}

const mostShown = 20;

function render({ families, narratives, findings }: Audit, fixed: ReadonlySet<Finding>, asked: boolean, screen: Screen): string {
  const lines = [`${counted(families, 'family')} and ${counted(narratives, 'narrative')} checked.`];
  if (findings.length === 0) return `${lines[0]} All that is stored stands.`;
  for (const [rule, found] of byKey(findings, ({ rule }) => rule)) {
    lines.push(heading(`${found.length.toLocaleString('en')} × ${rule}: ${auditRules[rule]}`, screen));
    for (const finding of found.slice(0, mostShown)) {
      const { of, field, text, reason } = finding;
      lines.push(fields([[of, `${field} ${reason}${fixed.has(finding) ? ' (taken out)' : ''}`]], screen));
      if (text !== '') lines.push(paragraph(text, screen, { indent: 4 }));
    }
    if (found.length > mostShown) lines.push(`  and ${(found.length - mostShown).toLocaleString('en')} more; --json has all.`);
  }
  const open = findings.filter((finding) => !fixed.has(finding));
  lines.push('', ...nextSteps(open, asked));
  return lines.join('\n');
}

function nextSteps(open: readonly Finding[], asked: boolean): string[] {
  const has = (rule: AuditRule) => open.some((finding) => finding.rule === rule);
  return [
    ...(has('claim')
      ? [asked ? 'Some have changed since they were read; run it again.' : '"sni audit --fix" takes out the sentences that do not stand.']
      : []),
    ...(has('duplicate') ? ['"sni families merge A B" makes one family of two.'] : []),
    ...(has('unplaced') ? ['"sni failures generate" says why titles wait; "sni clear-errors generate" gives them another try.'] : []),
  ];
}
