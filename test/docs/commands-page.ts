import { program } from '@huiyin/cli/program.ts'
import type { Argument, Command, Option } from 'commander'

const HEAD = `# Commands

\`npx huiyin\`, in the folder of the installation. While the office is being served, a command asks the process that serves it; otherwise it opens
the data itself. On Kafka and Elasticsearch the same commands go by \`HUIYIN_LOG\` and \`HUIYIN_STORE\`. Every command says with \`--help\` what stands here.
`

/** Every command as the program itself describes it; none is run. */
export const huiyin = (): Command => program({ print: () => {}, signal: new AbortController().signal, deaf: () => {} })

/** The page of every command, made from the program. */
export function commandsPage(): string {
  const sections = huiyin()
    .commands.filter(isOurs)
    .map(command => `## huiyin ${command.name()}\n\n${bodyOf(command)}`)
  return `${HEAD}\n${sections.join('\n')}`
}

const isOurs = (command: Command) => command.name() !== 'help'

function bodyOf(command: Command): string {
  const inner = command.commands.filter(isOurs)
  const own = `${sentence(command.description())}\n\n${usageOf(command)}${optionsOf(command)}`
  return inner.length === 0 ? own : `${own}${inner.map(one => `### huiyin ${pathOf(one)}\n\n${bodyOf(one)}`).join('')}`
}

const usageOf = (command: Command) => {
  const words = [`huiyin ${pathOf(command)}`, ...command.registeredArguments.map(argumentOf)]
  return `\`${words.join(' ')}\`\n\n`
}

const argumentOf = (argument: Argument) => {
  const name = argument.name() + (argument.variadic ? '…' : '')
  return argument.required ? `<${name}>` : `[${name}]`
}

function optionsOf(command: Command): string {
  const options = command.options.filter(({ hidden }) => !hidden)
  if (options.length === 0) return ''
  return `| option | |\n| --- | --- |\n${options.map(rowOf).join('')}\n`
}

function rowOf({ flags, description, mandatory, argChoices, defaultValue }: Option): string {
  const notes = [
    description,
    ...(argChoices ? [`one of ${argChoices.join(', ')}`] : []),
    ...(mandatory ? ['must be given'] : []),
    ...(defaultValue === undefined || (Array.isArray(defaultValue) && defaultValue.length === 0)
      ? []
      : [`default ${JSON.stringify(defaultValue)}`])
  ]
  return `| \`${flags}\` | ${notes.join('; ').replaceAll('|', '\\|').replaceAll('<', '&lt;')} |\n`
}

const pathOf = (command: Command): string => {
  const above = command.parent
  return above?.parent ? `${pathOf(above)} ${command.name()}` : command.name()
}

const sentence = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`.replaceAll('<', '&lt;')
