import { operatorsDay } from './operator.ts'

operatorsDay('in one folder', false)
