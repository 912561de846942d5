import type { Saying } from './words.ts'

/** What leaders say shall be done about an incident or a report. */
export const INSTRUCTIONS_WORDS = {
  instructions: ['领导批示', 'Instructions'],
  'instruction.give': ['批示', 'Give an instruction'],
  'instruction.hint': [
    '送达后请对方签收；办结前须逐条反馈。',
    'They are asked for a receipt, and each has to be answered.'
  ],
  'instruction.text': ['批示内容', 'What shall be done'],
  'instruction.due': ['办理期限', 'By when'],
  'instruction.due-hint': ['可不填', 'May stay empty'],
  'instruction.to': ['批示给', 'For'],
  'instruction.to-hint': ['不选：通知链上的人', 'None: those who are told anyway'],
  'instruction.send': ['下达批示', 'Send it'],
  'instruction.none': ['还没有批示。', 'None yet.'],
  'instruction.open': ['办理中', 'Not answered yet'],
  'instruction.done': ['已反馈', 'Answered'],
  'instruction.late': ['已逾期', 'Overdue'],
  'instruction.for': ['给{whom}', 'for {whom}'],
  'instruction.told': ['送达与签收', 'Delivery and receipts'],
  'instruction.untold': ['通知待发出', 'The letter is on its way'],
  'instruction.answer': ['反馈办理情况', 'Say what came of it'],
  'instruction.answer-text': ['办理情况', 'What came of it'],
  'instruction.answered': ['{who} {at} 反馈', '{who} answered, {at}'],
  'instruction.department-head': ['承办部门负责人', 'the head of the department']
} as const satisfies Record<string, Saying>
