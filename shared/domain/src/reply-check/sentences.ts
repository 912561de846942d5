import type { Finding, FindingCode } from '@huiyin/schemas/reply-check.ts'
import type { Span } from './fold.ts'

type Said = Pick<Finding, 'severity' | 'zh' | 'en'>

const personal = (severity: Finding['severity'], zh: string, en: string): Said => ({
  severity,
  zh: `这里有${zh}，公开回复人人可见。请删去，需要时用私信或电话告知。`,
  en: `This is ${en}, and everybody reads a public reply. Remove it; tell it by private message or phone if needed.`
})

/** What is said of a finding when nothing more is known than its code. */
const SENTENCES = {
  'personal-id': personal('refuse', '居民身份证号码', 'a resident identity number'),
  'personal-bank-card': personal('refuse', '银行卡号', 'the number of a bank card'),
  'personal-mobile': personal('refuse', '手机号码', 'a mobile phone number'),
  'personal-passport': personal('refuse', '护照或通行证号码', 'the number of a passport or travel permit'),
  'personal-landline': {
    severity: 'warn',
    zh: '这个电话号码不在本单位公布的号码里。请确认它不是私人电话；公布的号码可以加入名单。',
    en: 'This phone number is none that the office lists. Make sure that it is nobody’s own; list it if it is public.'
  },
  'personal-email': personal('warn', '电子邮箱地址', 'an e-mail address'),
  'personal-plate': personal('warn', '车牌号码', 'a licence plate'),
  'personal-address': personal('warn', '精确到门牌的住址', 'an address down to the door'),
  'secret-mark': {
    severity: 'refuse',
    zh: '这里有密级标志，内容可能涉密。请停止使用并报告保密负责人。',
    en: 'This is a mark of classification. Use none of it, and tell the officer for secrecy.'
  },
  'secret-internal': {
    severity: 'warn',
    zh: '这里提到内部材料。请确认可以公开，否则只说结论，不引原文。',
    en: 'This speaks of internal material. Make sure that it is public; otherwise give the conclusion only.'
  },
  'secret-number': {
    severity: 'warn',
    zh: '这个文号看来属于不公开的文件。请改引已公开的依据。',
    en: 'This looks like the number of a paper that is not public. Name a basis that is.'
  },
  cold: {
    severity: 'warn',
    zh: '这样说显得生硬，没有说清怎么办。请说明已经做了什么、接下来怎么办、什么时候有结果。',
    en: 'This sounds cold and helps nobody on. Say what was done, what comes next and when.'
  },
  'not-us': {
    severity: 'warn',
    zh: '只说不归本单位管，没有说归谁管，群众会被踢来踢去。请写明负责单位的名称和电话，最好由我们转办并告知结果。',
    en: 'It says that we are not responsible, but not who is: the citizen is sent from door to door. Name who is responsible, with a phone number; better still, pass it on and say so.'
  },
  referral: {
    severity: 'warn',
    zh: '说到别的部门，却没有写明是哪个部门。请写出部门名称或电话。',
    en: 'It speaks of another department without saying which. Name it, or give a phone number.'
  },
  proposed: {
    severity: 'warn',
    zh: '这是机器拟的稿，一字未改。请逐句核对事实和出处，改成自己的话再提交。',
    en: 'A machine proposed this, and nobody has changed it. Check each sentence against its source, and make it your own.'
  },
  short: {
    severity: 'warn',
    zh: '作为正式答复太短（不足10个字）。请写明办理情况或答复内容。',
    en: 'Too short for a final reply (fewer than 10 characters). Say what was done or what the answer is.'
  },
  repeated: {
    severity: 'warn',
    zh: '与我们以前的一条回复完全相同。请针对这次反映的内容作答。',
    en: 'The very same as an earlier reply of ours. Answer what was said this time.'
  },
  empty: {
    severity: 'refuse',
    zh: '回复没有内容。请填写后再提交。',
    en: 'The reply has no words. Write some before it is handed in.'
  }
} as const satisfies Partial<Record<FindingCode, Said>>

/** A finding on a span of the text; `replacement` would mend it. */
export const finding = (code: keyof typeof SENTENCES, { from, to }: Span, replacement?: string): Finding => ({
  code,
  ...SENTENCES[code],
  from,
  to,
  ...(replacement !== undefined && { replacement })
})
