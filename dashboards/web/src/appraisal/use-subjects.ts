import type { SubjectKind } from '@huiyin/schemas/appraisal-rules.ts'
import { useAccounts } from '../data/accounts.ts'
import { useMay } from '../data/may.ts'
import { useDirectory } from '../data/offices.ts'
import { t } from '../language.ts'

/** The id by which the house knows an account. */
const accountId = ({ platform, id }: { platform: string; id: string }) =>
  [platform, id].map(encodeURIComponent).join('/')

/** Whom an entry can be about, by kind. */
export function useSubjects(): Record<SubjectKind, { value: string; label: string }[]> {
  const accounts = useAccounts(useMay()('account.read')).data ?? []
  const { people = [], departments = [] } = useDirectory().data ?? {}
  return {
    account: accounts.map(({ account }) => ({
      value: accountId(account),
      label: `${account.name} · ${t(`platform.${account.platform}`)}`
    })),
    department: departments.map(name => ({ value: name, label: name })),
    person: people.map(({ id, name, department }) => ({
      value: id,
      label: department ? `${name} · ${department}` : name
    }))
  }
}
