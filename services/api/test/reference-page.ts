import type { OpenApi } from './fuzz/operations.ts'

type Language = 'en' | 'zh'
type Operation = { tags?: string[]; summary?: string }

const HEAD: Record<Language, string> = {
  en: `# API

Everything that the page does goes by this API. Its whole document, with every field, stands at \`/api/openapi.json\` (OpenAPI 3.1) and, to be
browsed and tried, at \`/api/docs\` of each house. Instants are milliseconds since 1970, UTC. Errors are problem details (RFC 9457) with a stable \`code\`.

A program sends a token of \`POST /api/tokens\` as \`Authorization: Bearer hy_…\` ([other systems](../integration.md)); a browser has a session in a cookie.
Requests that change something may bear an \`Idempotency-Key\`: asked twice they are done once. Acts on a ticket name in \`If-Match\` the last turn that
their author saw.

\`\`\`sh
curl -H "Authorization: Bearer $TOKEN" "https://huiyin.example.gov.cn/api/tickets?sort=due&atMost=20"
\`\`\`
`,
  zh: `# 接口

网页做的一切都经由这套接口。完整文档连同每个字段在 \`/api/openapi.json\`（OpenAPI 3.1），可浏览、可试用的在每套系统的 \`/api/docs\`。
时刻都是 1970 年以来的毫秒数（UTC）。错误是带稳定 \`code\` 的 problem details（RFC 9457）。

程序用 \`POST /api/tokens\` 发给的令牌：\`Authorization: Bearer hy_…\`；浏览器用会话 Cookie。会改变什么的请求可以带 \`Idempotency-Key\`：
问两次只做一次。对工单的操作在 \`If-Match\` 中写明操作者看到的最后一步。下表的说明与接口文档一致，为英文。

\`\`\`sh
curl -H "Authorization: Bearer $TOKEN" "https://huiyin.example.gov.cn/api/tickets?sort=due&atMost=20"
\`\`\`
`
}

/** The page of every route, by what it is about, made from the api's own document. */
export function referencePage({ paths }: OpenApi, language: Language): string {
  const byTag = new Map<string, string[]>()
  for (const [path, methods] of Object.entries(paths))
    for (const [method, described] of Object.entries(methods)) {
      const { tags: [tag = 'other'] = [], summary = '' } = described as Operation
      byTag.set(tag, [...(byTag.get(tag) ?? []), `| \`${method.toUpperCase()} ${path}\` | ${cell(summary)} |`])
    }
  const sections = [...byTag].sort(([a], [b]) => (a < b ? -1 : 1)).map(sectionOf)
  return `${HEAD[language]}\n${sections.join('\n\n')}\n`
}

const sectionOf = ([tag, rows]: [string, string[]]) => `## ${tag}\n\n| request | |\n| --- | --- |\n${rows.join('\n')}`

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
