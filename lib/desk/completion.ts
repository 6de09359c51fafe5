// `sni completion`: a script for a shell that completes commands, their flags and the names of phases, made from the commands themselves.
import { Argument, type Command } from 'commander';
import { namesOfAll } from '../config/stages.js';
import { ConfigError } from '../config.js';
import { settingsOf } from './app.js';
import type { Screen } from './screen.js';

const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

export function addCompletion(program: Command, screen: Screen): void {
  program
    .command('completion')
    .description('Print a script that lets a shell complete what is typed behind sni.')
    .addArgument(new Argument('<shell>', 'which').choices(shells))
    .addHelpText(
      'after',
      '\nExamples:\n  source <(sni completion bash)\n  sni completion zsh > ~/.zfunc/_sni\n  sni completion fish > ~/.config/fish/completions/sni.fish',
    )
    .action((shell: Shell) => screen.write(scripts[shell](wordsOf(program, namesIn(program, screen)))));
}

interface Words {
  command: string;
  about: string;
  /** Its own commands, phases where it takes one, what else its arguments may be, and its flags. */
  next: string[];
}

/** Phases and stages; with settings that are wrong the phases alone, and a word on that. */
function namesIn(program: Command, screen: Screen): readonly string[] {
  try {
    return namesOfAll(settingsOf(program));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    screen.note(`Stages of your own are not among the words, for the settings are wrong: ${error.message}`);
    return namesOfAll({ stages: [] });
  }
}

function wordsOf(program: Command, names: readonly string[]): Words[] {
  return program.commands.flatMap((command) =>
    [command.name(), ...command.aliases()].map((name) => ({
      command: name,
      about: (command.description().split(/[.:]/)[0] ?? '').replace(/['"`$\\]/g, ''),
      next: [
        ...command.commands.map((one) => one.name()),
        ...(command.registeredArguments.some((one) => one.name() === 'phase') ? names : []),
        ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
        ...command.options.flatMap(({ long }) => long ?? []),
        '--help',
      ],
    })),
  );
}

const scripts: Record<Shell, (words: readonly Words[]) => string> = {
  bash: (words) => `# sni completion bash
_sni() {
  local current=\${COMP_WORDS[COMP_CWORD]} command='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in -*) ;; *) command=$word; break ;; esac
  done
  case $command in
${words.map(({ command, next }) => `    ${command}) COMPREPLY=($(compgen -W '${next.join(' ')}' -- "$current")) ;;`).join('\n')}
    *) COMPREPLY=($(compgen -W '${words.map(({ command }) => command).join(' ')} --help --version --sample --config' -- "$current")) ;;
  esac
}
complete -o default -F _sni sni
`,
  zsh: (words) => `#compdef sni
# sni completion zsh
_sni() {
  local word command=''
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case $word in -*) ;; *) command=$word; break ;; esac
  done
  case $command in
    '') compadd -- ${words.map(({ command }) => command).join(' ')} --help --version --sample --config ;;
${words.map(({ command, next }) => `    ${command}) compadd -- ${next.join(' ')} ;;`).join('\n')}
  esac
}
if [ "$funcstack[1]" = "_sni" ]; then _sni "$@"; else compdef _sni sni; fi
`,
  fish: (words) => `# sni completion fish
complete -c sni -n __fish_use_subcommand -f
complete -c sni -n __fish_use_subcommand -a '--help --version --sample --config'
${words.map(({ command, about }) => `complete -c sni -n __fish_use_subcommand -a ${command} -d '${about}'`).join('\n')}
${words.map(({ command, next }) => `complete -c sni -n '__fish_seen_subcommand_from ${command}' -a '${next.join(' ')}'`).join('\n')}
`,
};
