import type { ColdWording, ReplyLists, SensitiveWord } from '@huiyin/schemas/reply-check.ts'

/** One of these says by which rule. */
const BASIS = ['《', '〔', '条例', '条规定', '条的规定', '款规定']

const SENSITIVE: SensitiveWord[] = [
  { word: '刁民', severity: 'refuse' },
  { word: '无理取闹', severity: 'refuse' },
  { word: '胡搅蛮缠', severity: 'refuse' },
  { word: '神经病', severity: 'refuse' },
  { word: '脑子有病', severity: 'refuse' },
  { word: '弱智', severity: 'refuse' },
  { word: '恶意讨薪', severity: 'refuse', instead: '依法讨薪' },
  { word: '恶意返乡', severity: 'refuse' },
  { word: '不明真相的群众', severity: 'refuse', instead: '群众' },
  { word: '别有用心', severity: 'warn' },
  { word: '一小撮', severity: 'warn' },
  { word: '闹事', severity: 'warn' },
  { word: '上访户', severity: 'warn', instead: '来访群众' },
  { word: '老赖', severity: 'warn', instead: '失信被执行人' },
  { word: '残废', severity: 'refuse', instead: '残疾人' },
  { word: '聋哑人', severity: 'warn', instead: '听力言语残疾人' },
  { word: '瞎子', severity: 'refuse', instead: '视力残疾人' },
  { word: '乡巴佬', severity: 'refuse' },
  { word: '外地佬', severity: 'refuse' },
  { word: '临时工', severity: 'warn', instead: '工作人员' }
]

const COLD: ColdWording[] = [
  { words: ['不归我们', '管'], notUs: 'blunt' },
  { words: ['不归我', '单位管'], notUs: 'blunt' },
  { words: ['不关我们', '事'], notUs: 'blunt' },
  { words: ['与我们无关'], notUs: 'blunt' },
  { words: ['不是我们', '负责'], notUs: 'polite' },
  { words: ['不由我', '负责'], notUs: 'polite' },
  { words: ['不属于', '职责'], notUs: 'polite' },
  { words: ['不属于我', '管'], notUs: 'polite' },
  { words: ['不属', '受理范围'], notUs: 'polite' },
  { words: ['不在', '职责范围'], notUs: 'polite' },
  { words: ['无可奉告'] },
  { words: ['请自行'] },
  { words: ['请您自行'] },
  { words: ['自己想办法'] },
  { words: ['爱莫能助'] },
  { words: ['没有办法', '解决'] },
  { words: ['按', '规定办'], unless: BASIS },
  { words: ['按', '有关规定'], unless: BASIS },
  { words: ['按', '相关规定'], unless: BASIS },
  { words: ['已阅'], whole: true },
  { words: ['知道了'], whole: true },
  { words: ['收到'], whole: true },
  { words: ['不清楚'], unless: ['不清楚的', '如有', '如果', '如您', '若', '哪里不清楚'] },
  { words: ['不了解情况'] },
  { words: ['说过多少遍'] },
  { words: ['早就', '答复过'] },
  { words: ['等通知'], whole: true },
  { words: ['回去等'] },
  { words: ['你去投诉'] },
  { words: ['随便你'] }
]

/** What an office begins with; it changes all of it. */
export const DEFAULT_REPLY_LISTS: ReplyLists = {
  sensitive: SENSITIVE,
  cold: COLD,
  officePhones: ['12345'],
  hosts: ['mp.weixin.qq.com']
}
