import type { Checked, Directory, TicketView } from '@huiyin/schemas/api.ts'
import type { TemplateList, TemplateRow } from '@huiyin/schemas/api-templates.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import { COLLEAGUE, HEAD, OPERATOR, WATER } from './texts.ts'

/** Who and what the made-up county has beside its tickets: people, departments, templates, and what a text may not say. */

export const DIRECTORY: Directory = {
  people: [HEAD, OPERATOR, COLLEAGUE, WATER],
  departments: ['交通运输局', '水务局', '住房和城乡建设局', '城市管理局']
}

export const POLICIES = [{ ...DEFAULT_POLICY, inForce: true, shipped: true }]

const template = (of: Pick<TemplateRow, 'id' | 'name' | 'kind' | 'text' | 'inForce' | 'variables'>): TemplateRow => ({
  version: 1,
  effectiveFrom: 0,
  shipped: true,
  mayApprove: false,
  ...of
})

const TEMPLATES: TemplateRow[] = [
  template({
    id: 'received',
    name: '已收到，正在核实',
    kind: 'holding',
    text: '您好，您反映的情况我们已收到，正在联系{{department}}核实。编号{{number}}。',
    inForce: true,
    variables: ['department', 'number']
  }),
  template({
    id: 'under-way',
    name: '办理中，告知进展',
    kind: 'interim',
    text: '您好，编号{{number}}的事已由{{department}}接手，想补充情况请拨打{{phone}}。',
    inForce: false,
    variables: ['number', 'department', 'phone']
  })
]

/** Finds what the made-up county finds: a mobile number, and a cold word. */
export function checked(text: string): Checked {
  const mobile = /1[3-9]\d{9}/.exec(text)
  const cold = text.indexOf('不归我们管')
  const findings: Checked['findings'] = [
    ...(mobile
      ? [
          {
            code: 'personal-mobile' as const,
            severity: 'refuse' as const,
            from: mobile.index,
            to: mobile.index + 11,
            zh: '这里像是个人手机号，请删去或遮盖。',
            en: 'This looks like a personal mobile number; remove or mask it.',
            replacement: `${mobile[0].slice(0, 3)}****${mobile[0].slice(-4)}`
          }
        ]
      : []),
    ...(cold >= 0
      ? [
          {
            code: 'not-us' as const,
            severity: 'warn' as const,
            from: cold,
            to: cold + 5,
            zh: '请说明由哪个部门负责，最好给出电话。',
            en: 'Say who is responsible, best with a phone number.'
          }
        ]
      : [])
  ]
  return { findings, refused: mobile !== null, length: text.length, limit: 140 }
}

/** The templates, with what the county knows of a ticket. */
export const templatesFor = ({ number, department, accountName, citizen }: TicketView): TemplateList => ({
  rows: TEMPLATES,
  values: {
    number,
    office: accountName,
    ...(department !== undefined && { department }),
    ...(citizen !== undefined && { citizen })
  },
  now: Date.now()
})
