import { ENVIRONMENT, Settings } from '@huiyin/schemas/settings.ts'

/** Every setting: its name in the environment and in the file, its default and its effect. */
export function settingsText(): string {
  const names = new Map<string, string>(Object.entries(ENVIRONMENT).map(([variable, name]) => [name, variable]))
  const entries = Object.entries(Settings.properties as Record<string, { default?: unknown; description?: string }>)
  const lines = entries.flatMap(([name, { default: value, description = '' }]) => [
    `${names.get(name) ?? '(by the file only)'}  ${name}`,
    `    ${description}`,
    `    default: ${value === undefined ? 'none' : shown(value)}`,
    ''
  ])
  return [
    'The environment gives settings by the first name; a JSON file named by HUIYIN_CONFIG by the second.',
    'The environment wins.',
    '',
    ...lines
  ].join('\n')
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
