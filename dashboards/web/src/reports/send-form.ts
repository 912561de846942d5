import type { ReportView, SendReportBody } from '@huiyin/schemas/api-reports.ts'
import type { LetterTarget } from '@huiyin/schemas/letter.ts'
import type { ReportFormat } from '@huiyin/schemas/report-plan.ts'
import type { Field, FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'
import { ROLES } from '../people/roles.ts'

type Tellable = {
  people: readonly { id: string; name: string; department?: string | undefined }[]
  rosters: readonly { id: string; name: string }[]
}

const CHANNELS = ['smtp', 'wecom', 'dingtalk', 'feishu', 'webhook'] as const

const listed = (value: string | undefined) => (value ? value.split(',') : [])

/** Whom a report goes to, with which files, and whether each is asked to say that they have it. */
export function sendForm(view: ReportView, { people, rosters }: Tellable): FormSpec<SendReportBody> {
  const formats = view.files.map(({ format }) => format)
  return {
    id: 'send',
    title: t(view.letters.length > 0 ? 'report.send-again' : 'report.send'),
    hint: t('report.send-hint'),
    submit: t('report.send-do'),
    fields: [
      ...several(
        'people',
        t('report.to-people'),
        people.map(({ id, name, department }) => ({ value: id, label: department ? `${name} · ${department}` : name }))
      ),
      ...several(
        'rosters',
        t('report.to-rosters'),
        rosters.map(({ id, name }) => ({ value: id, label: name }))
      ),
      ...several(
        'roles',
        t('report.to-roles'),
        ROLES.map(value => ({ value, label: t(`role.${value}`) }))
      ),
      {
        as: 'line',
        name: 'above',
        label: t('report.to-above'),
        max: 100,
        optional: true,
        hint: t('report.to-above-hint')
      },
      {
        as: 'choice',
        name: 'channel',
        label: t('report.to-channel'),
        optional: true,
        initial: 'smtp',
        of: CHANNELS.map(value => ({ value, label: t(`report.channel.${value}`) }))
      },
      { as: 'line', name: 'address', label: t('report.to-address'), max: 500, optional: true },
      {
        as: 'choice',
        name: 'receipt',
        label: t('report.receipt'),
        initial: 'yes',
        of: [
          { value: 'yes', label: t('report.receipt-yes') },
          { value: 'no', label: t('report.receipt-no') }
        ]
      },
      ...several(
        'files',
        t('report.files-with'),
        formats.map(value => ({ value, label: t(`report.format.${value}`) })),
        formats.includes('docx') ? 'docx' : ''
      )
    ],
    act: values => bodyOf(view.revision, values)
  }
}

const several = (name: string, label: string, of: { value: string; label: string }[], initial = ''): Field[] =>
  of.length === 0 ? [] : [{ as: 'several', name, label, of, initial, optional: true }]

function bodyOf(revision: number, values: Readonly<Record<string, string>>): SendReportBody {
  const { people, rosters, roles, above = '', channel = '', address = '', receipt, files } = values
  const to: LetterTarget[] = [
    ...listed(people).map(person => ({ kind: 'person' as const, person })),
    ...listed(rosters).map(roster => ({ kind: 'roster' as const, roster })),
    ...listed(roles).map(role => ({ kind: 'role' as const, role })),
    ...(above !== '' && address !== '' ? [{ kind: 'address' as const, channel, address, name: above }] : [])
  ]
  const asked = { revision, receipt: receipt === 'yes', files: listed(files) as ReportFormat[] }
  return to.length > 0 ? { ...asked, to } : asked
}
