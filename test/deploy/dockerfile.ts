import { readdirSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { type Copy, DockerfileParser, type From, type Instruction } from 'dockerfile-ast'
import { ROOT, readRoot } from './root.ts'

export interface Stage {
  name: string
  image: string
  instructions: Instruction[]
}

/** The stages of a Dockerfile, with the defaults of its arguments put in. */
export function readStages(text: string): { stages: Stage[]; args: Record<string, string> } {
  const args: Record<string, string> = {}
  const stages: Stage[] = []
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const keyword = instruction.getKeyword()
    const rest = instruction.getArgumentsContent() ?? ''
    if (keyword === 'FROM') {
      const from = instruction as From
      const image = (from.getImage() ?? '').replace(/\$\{(\w+)\}/, (_, name) => args[name] ?? '')
      stages.push({ name: from.getBuildStage() ?? String(stages.length), image, instructions: [] })
    } else if (stages.length === 0 && keyword === 'ARG') {
      const [name = '', value = ''] = rest.split('=')
      args[name] = value
    } else stages.at(-1)?.instructions.push(instruction)
  }
  return { stages, args }
}

/** Where a COPY takes from, what, and whereto. */
export function copyOf(instruction: Instruction) {
  const copy = instruction as Copy
  const words = copy.getArguments().map(argument => argument.getValue())
  const from =
    copy
      .getFlags()
      .find(flag => flag.getName() === 'from')
      ?.getValue() ?? undefined
  return { from, sources: words.slice(0, -1), target: words.at(-1)! }
}

/** The rules of .dockerignore: the last one that fits decides. */
export function ignored(rules = readRoot('.dockerignore')) {
  const lines = rules.split('\n').filter(line => line !== '' && !line.startsWith('#'))
  return (path: string): boolean => {
    let out = false
    for (const line of lines) {
      const keeps = line.startsWith('!')
      const glob = keeps ? line.slice(1) : line
      if (parents(path).some(part => matchesGlob(part, glob))) out = !keeps
    }
    return out
  }
}

const parents = (path: string) => path.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'))

/** Every file of the context that Docker is sent, as it stands on this disk. */
export function contextFiles(isIgnored = ignored(), folder = ''): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap(entry => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (/^(node_modules|\.git|\.cache|\.tap|\.turbo)$/.test(entry.name)) return []
    if (entry.isDirectory()) return contextFiles(isIgnored, path)
    return isIgnored(path) || !entry.isFile() ? [] : [path]
  })
}
