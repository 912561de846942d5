/** What the process that owns the folder is asked of appraisals. */
export const APPRAISAL_QUESTIONS = ['ask', 'round', 'subjects', 'print', 'piece'] as const
export type AppraisalQuestion = (typeof APPRAISAL_QUESTIONS)[number]
