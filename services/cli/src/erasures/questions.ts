/** What erasures are asked for over a conversation: the functions of ErasureDesk, each with one argument. */
export const ERASURE_QUESTIONS = ['list', 'get', 'of', 'ask', 'decide', 'round'] as const
export type ErasureQuestion = (typeof ERASURE_QUESTIONS)[number]
