import { ENVIRONMENT, SECRETS, Settings } from '@huiyin/schemas/settings.ts'
import { SETTINGS_ZH } from './settings-zh.ts'

type Language = 'en' | 'zh'
type Described = { default?: unknown; description?: string; anyOf?: readonly { const?: string }[] }

const HEAD: Record<Language, string> = {
  en: `# Every setting

By the environment, or by the JSON file that \`HUIYIN_CONFIG\` names, under the name in the second column; the environment wins. A wrong
or unknown one is refused by name at start. Those marked † are secrets: \`NAME_FILE\` may name a file that holds them.

| environment | in the file | default | what it does |
| --- | --- | --- | --- |`,
  zh: `# 全部设置项

用环境变量设置，或写在 \`HUIYIN_CONFIG\` 指定的 JSON 文件里（用第二列的名称）；两处都有时以环境变量为准。写错的、不认识的设置在启动时按名称拒绝。
标 † 的是机密：可以用 \`名称_FILE\` 指定存放它的文件。

| 环境变量 | 文件中的名称 | 默认值 | 作用 |
| --- | --- | --- | --- |`
}

/** The page of every setting, made from the schema. */
export function settingsPage(language: Language): string {
  const rows = Object.entries(Settings.properties).map(([name, schema]) =>
    rowOf(name as keyof Settings, schema as Described, language)
  )
  return `${HEAD[language]}\n${rows.join('\n')}\n`
}

type Named = keyof typeof ENVIRONMENT

function rowOf(name: keyof Settings, { default: fallback, description = '' }: Described, language: Language): string {
  const [variable] = Object.entries(ENVIRONMENT).find(([, setting]) => setting === name) ?? []
  const secret = variable !== undefined && (SECRETS as readonly string[]).includes(variable as Named) ? ' †' : ''
  const said = language === 'zh' ? SETTINGS_ZH[name] : description
  return `| ${variable ? `\`${variable}\`${secret}` : ''} | \`${name}\` | ${shown(fallback)} | ${cell(said)} |`
}

const shown = (fallback: unknown): string => {
  if (fallback === undefined) return ''
  return `\`${typeof fallback === 'string' ? fallback : JSON.stringify(fallback)}\``
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
