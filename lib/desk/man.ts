// `sni man`: the manual page, made of the same words as --help, for `man`.
import type { Command } from 'commander';
import { projectVersion } from './about.js';
import type { Screen } from './screen.js';

export function addMan(program: Command, screen: Screen): void {
  program
    .command('man')
    .description('Print the manual page, for man or a file of it.')
    .addHelpText('after', '\nExamples:\n  sni man | man -l -\n  sni man > /usr/local/share/man/man1/sni.1')
    .action(() => screen.write(manOf(program)));
}

function manOf(program: Command): string {
  return [
    `.TH SNI 1 "" "sni ${escaped(projectVersion())}" "User Commands"`,
    '.SH NAME',
    `sni \\- ${escaped(program.description())}`,
    '.SH SYNOPSIS',
    '.B sni',
    '[\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]',
    '.SH DESCRIPTION',
    ...verbatim(helpOf(program)),
    '.SH COMMANDS',
    ...program.commands.flatMap((command) => section(command, 'sni')),
    '',
  ].join('\n');
}

function section(command: Command, before: string): string[] {
  const name = `${before} ${command.name()}`;
  return [`.SS "${escaped(name)}"`, ...verbatim(helpOf(command)), ...command.commands.flatMap((one) => section(one, name))];
}

/** man indents by seven columns, on a terminal of eighty. */
const pageWidth = 72;

/** What --help prints, with its examples. */
function helpOf(command: Command): string {
  let said = '';
  const write = (text: string): void => {
    said += text;
  };
  command.configureOutput({ writeOut: write, writeErr: write, getOutHasColors: () => false, getOutHelpWidth: () => pageWidth });
  command.configureHelp({ styleTitle: (title) => title, minWidthToWrap: 20 });
  command.outputHelp();
  return said.trimEnd();
}

function verbatim(text: string): string[] {
  return ['.nf', ...text.split('\n').map(escaped), '.fi'];
}

/** A backslash or a hyphen means itself, and a line may begin with a point or an apostrophe. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/, '\\&$1')
    .replaceAll('"', '\\(dq');
}
