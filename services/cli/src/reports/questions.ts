/** What reports are asked for over a conversation: the functions of ReportDesk, each with one argument. */
export const REPORT_QUESTIONS = ['list', 'ask', 'progress', 'get', 'saving', 'piece'] as const
export type ReportQuestion = (typeof REPORT_QUESTIONS)[number]
