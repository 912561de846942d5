import type { Shortcut } from './keys/shortcuts.ts'

type Needed = `keys.${Shortcut}`

/** What each shortcut does, in Chinese and English; they come with the help. */
export const KEYS_WORDS = {
  'keys.title': ['键盘快捷键', 'Keyboard shortcuts'],
  'keys.on': ['启用单键快捷键', 'Single keys do something'],
  'keys.close': ['关闭', 'Close'],
  'keys.hint': [
    '正在输入文字时，按键只用于输入；Esc 离开输入框。光标停在列表某一行时，处理类按键作用于那一行，选中了多条时作用于选中的各条。',
    'While you write, keys are letters; Esc leaves the box. On a row of the list they act on that row, on a selection they act on all of it.'
  ],
  'keys.group.here': ['本页', 'Here'],
  'keys.group.list': ['列表', 'List'],
  'keys.group.ticket': ['处理', 'Ticket'],
  'keys.group.judge': ['更正研判', 'Correcting'],
  'keys.group.page': ['页面', 'Page'],

  'keys.list-down': ['下一行', 'Next row'],
  'keys.list-up': ['上一行', 'Row above'],
  'keys.list-open': ['打开这一行', 'Open the row'],
  'keys.list-select': ['选中或取消这一行', 'Select the row, or not'],
  'keys.list-select-down': ['向下连续选中', 'Select on downwards'],
  'keys.list-select-up': ['向上连续选中', 'Select on upwards'],
  'keys.list-select-all': ['选中符合条件的全部', 'Select all that match'],
  'keys.list-renew': ['载入新到的工单', 'Bring in what is new'],
  'keys.next': ['打开下一条', 'Open the next one'],
  'keys.reply': ['写回复', 'Reply'],
  'keys.assign': ['分派给同事', 'Assign'],
  'keys.take': ['我来处理（停止催办）', 'Take it: nobody is reminded any more'],
  'keys.dispatch': ['派给部门', 'Dispatch'],
  'keys.dismiss': ['无需回复', 'No reply needed'],
  'keys.macro': ['快捷操作', 'Macros'],
  'keys.similar': ['类似留言与背景', 'Similar ones and context'],
  'keys.undo': ['撤销刚才的操作', 'Undo'],
  'keys.correct': ['更正类别、部门、风险', 'Correct label, department, risk'],
  'keys.inquiry': ['改为咨询', 'It is an inquiry'],
  'keys.suggestion': ['改为建议', 'It is a suggestion'],
  'keys.complaint': ['改为投诉', 'It is a complaint'],
  'keys.other': ['改为其他', 'It is something else'],
  'keys.risk-lower': ['风险降一级', 'Risk one level down'],
  'keys.risk-raise': ['风险升一级', 'Risk one level up'],
  'keys.department': ['更正承办部门', 'Correct the department'],
  'keys.search': ['搜索', 'Search'],
  'keys.back': ['回到列表', 'Back to the list'],
  'keys.help': ['显示本说明', 'Show this help']
} as const satisfies Record<Needed, readonly [zh: string, en: string]> &
  Record<string, readonly [zh: string, en: string]>
