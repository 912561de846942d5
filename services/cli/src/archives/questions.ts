/** What the archives are asked for over a conversation: the functions of ArchiveDesk, each with one argument. */
export const ARCHIVE_QUESTIONS = ['list', 'get', 'seal', 'inspect', 'round', 'entries', 'piece', 'verify'] as const
export type ArchiveQuestion = (typeof ARCHIVE_QUESTIONS)[number]
