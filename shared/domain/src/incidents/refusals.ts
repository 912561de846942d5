import type { Incident } from '@huiyin/schemas/incident.ts'
import { HuiyinError } from '../errors.ts'

/** Why an act on an incident is refused, and what to do instead. */

export const incidentNotFound = (id: string) =>
  new HuiyinError('INCIDENT_NOT_FOUND', `There is no incident "${id}"; GET /api/incidents lists those there are`)

export const incidentClosed = ({ number, state }: Pick<Incident, 'number' | 'state'>) =>
  new HuiyinError('INCIDENT_CLOSED', `Incident ${number} is ${state}; reopen it first`)

/** `message` says how it stands and what is expected. */
export const incidentState = ({ number }: Pick<Incident, 'number'>, message: string) =>
  new HuiyinError('INCIDENT_STATE', `Incident ${number}: ${message}`)

export const stepNotFound = ({ number }: Pick<Incident, 'number'>, step: string) =>
  new HuiyinError('STEP_NOT_FOUND', `Incident ${number} has no step "${step}"; read it again`)

export const statementNotFound = ({ number }: Pick<Incident, 'number'>, statement: string) =>
  new HuiyinError('STEP_NOT_FOUND', `Incident ${number} has no statement "${statement}"; read it again`)
