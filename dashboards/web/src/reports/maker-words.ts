import { t } from '../language.ts'

/** Who made a report; what the plan made nobody did. */
export const makerWords = ({ id, name }: { id: string; name: string }) =>
  id.startsWith('system:') ? t('report.by-plan') : t('report.by', { who: name })
