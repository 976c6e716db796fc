import type { ReportRows } from '../../../src/casework/report/read-input.js'
import { archived, at, caseRow, feedback, rectified, reply, rowsOf, withdrawn } from './rows.js'

const centre = { placeId: 1, placeName: '城中区政务服务中心' }
const street = { placeId: 2, placeName: '潭中街道政务服务中心' }
const branch = { placeId: 3, placeName: '中南街道分中心' }
const medical = {
  departmentId: 8,
  departmentName: '区医疗保障局',
  itemName: '医保参保登记',
  itemKey: '医保参保登记',
}
const nobody = { departmentId: null, departmentName: null }

const citizen = { verdict: 'citizen', cause: 'A1' } as const
const department = { verdict: 'department', cause: 'B2' } as const
const mixed = { verdict: 'mixed', cause: 'B4' } as const
const objective = { verdict: 'objective', cause: 'C2' } as const
const impossible = { verdict: 'notPermitted', cause: 'A3' } as const
const solved = { outcome: 'done', satisfaction: 5 } as const

/** So many cases alike, numbered from the first. */
const alike = (first: number, count: number, more: Parameters<typeof caseRow>[1]) =>
  Array.from({ length: count }, (_, index) => caseRow(first + index, more))
/** One promise for each of so many cases, numbered as they are. */
const each = (first: number, count: number, make: (id: number) => ReturnType<typeof reply>) =>
  Array.from({ length: count }, (_, index) => make(first + index))

const cases = [
  // before the quarter: 1–3 over before it, 4–6 closed in it, 7–8 open through it
  ...alike(1, 3, { registeredOn: '2026-03-02', ...citizen, ...solved, ...archived('2026-03-31') }),
  ...alike(4, 3, { registeredOn: '2026-03-20', ...department, ...solved, ...archived('2026-04-24') }),
  ...alike(7, 2, { registeredOn: '2026-03-31', ...department, ...street }),

  // 11–20 the citizen’s part at the centre, called in time, done; 11 on the first day
  caseRow(11, {
    registeredOn: '2026-04-01',
    ...citizen,
    ...solved,
    guideRead: 'no',
    ...archived('2026-04-20'),
  }),
  ...alike(12, 9, {
    registeredOn: '2026-04-08',
    ...citizen,
    ...solved,
    guideRead: 'no',
    ...archived('2026-04-30'),
  }),
  // 21–23 the same at the street, called too late, not done, rated badly
  ...alike(21, 3, {
    registeredOn: '2026-04-13',
    ...citizen,
    ...street,
    guideRead: 'window',
    outcome: 'notDone',
    satisfaction: 2,
    ...archived('2026-05-11'),
  }),
  // 24–25 never called
  ...alike(24, 2, { registeredOn: '2026-06-08', ...citizen, ...street }),
  // 26–28 unreachable: the letter in time; 28’s letter too late
  ...alike(26, 3, {
    registeredOn: '2026-04-14',
    ...citizen,
    contactFailed: true,
    outcome: 'givenUp',
    ...archived('2026-05-12'),
  }),
  // 29–30 what the law forbids, called in time
  ...alike(29, 2, {
    registeredOn: '2026-04-15',
    ...impossible,
    outcome: 'impossible',
    ...archived('2026-04-29'),
  }),

  // 31–38 the department’s part, fed back in time, done; a hidden barrier, three visits
  ...alike(31, 8, {
    registeredOn: '2026-05-06',
    ...department,
    ...solved,
    hiddenBarrier: true,
    visits: 3,
    guideRead: 'web',
    ...archived('2026-05-25'),
  }),
  // 39–41 fed back late after an interim reply; done, asked, not rated
  ...alike(39, 3, {
    registeredOn: '2026-05-07',
    ...department,
    ...medical,
    outcome: 'done',
    ...archived('2026-06-10'),
  }),
  // 42–43 mixed: called late, fed back in time; followed up in the quarter, asked after it
  ...alike(42, 2, {
    registeredOn: '2026-05-08',
    ...mixed,
    ...branch,
    outcome: 'done',
    satisfaction: 4,
    facts: { followedUpAt: at('2026-06-30'), visitedAt: at('2026-07-01') },
    ...archived('2026-07-01'),
  }),
  // 44–45 objective, due on the quarter’s last day: 44 on it, 45 a day after
  ...alike(44, 2, { registeredOn: '2026-06-12', ...objective, ...branch, guideRead: 'paper' }),
  // 46–47 due only after the quarter’s end; 47 is the guide’s own fault
  caseRow(46, { registeredOn: '2026-06-22', ...department, ...nobody }),
  caseRow(47, {
    registeredOn: '2026-06-23',
    verdict: 'department',
    cause: 'B1',
    ...nobody,
    guideRead: 'web',
  }),

  // 48–50 withdrawn: before any promise, with a promise not yet due, and after its day had passed
  caseRow(48, { registeredOn: '2026-04-20', ...withdrawn('2026-04-21') }),
  caseRow(49, { registeredOn: '2026-04-20', ...citizen, ...withdrawn('2026-04-23') }),
  caseRow(50, { registeredOn: '2026-04-20', ...citizen, ...withdrawn('2026-04-28') }),
  // 51–52 merged into another, at the same stroke
  ...alike(51, 2, {
    registeredOn: '2026-05-12',
    ...department,
    closedAt: at('2026-05-13'),
    endEvent: 'End_Merged',
  }),
  // 53–55 turned into a question; 56–57 out of scope
  ...alike(53, 3, { registeredOn: '2026-05-14', closedAt: at('2026-05-15'), endEvent: 'End_Consultation' }),
  ...alike(56, 2, { registeredOn: '2026-05-14', closedAt: at('2026-05-15'), endEvent: 'End_OutOfScope' }),

  // 58 reviewed: called in time, disagreed, called in time again
  caseRow(58, {
    registeredOn: '2026-05-18',
    ...citizen,
    outcome: 'done',
    satisfaction: 3,
    ...archived('2026-06-18'),
  }),
  // 59 a recurrence that was confirmed, 60 one that is suspected; 61 on the last day
  caseRow(59, { registeredOn: '2026-06-01', ...department, recurrence: 'confirmed', visits: 2 }),
  caseRow(60, { registeredOn: '2026-06-02', recurrence: 'suspected' }),
  caseRow(61, { registeredOn: '2026-06-30', channel: 'qr', reporterKind: 'firm' }),
  // 62 came a day too late for this quarter
  caseRow(62, { registeredOn: '2026-07-01', ...citizen }),
].map(row => (row.placeId === 1 ? { ...row, ...centre } : row))

const promises = [
  ...each(4, 3, id => feedback(id, id, '2026-04-03', '2026-04-03')), // carried in, on their day
  ...each(7, 2, id => feedback(id, id, '2026-04-14', null)), // carried in, never fed back
  ...each(11, 10, id => reply(id, id, '2026-04-16', '2026-04-15')), // in time
  ...each(21, 3, id => reply(id, id, '2026-04-21', '2026-04-22')), // a day late
  ...each(24, 2, id => reply(id, id, '2026-06-11', null)), // never
  reply(26, 26, '2026-04-22', '2026-04-22'), // letter in time: apart
  reply(27, 27, '2026-04-22', '2026-04-21'), // letter in time: apart
  reply(28, 28, '2026-04-22', '2026-04-23'), // letter late: late
  ...each(29, 2, id => reply(id, id, '2026-04-23', '2026-04-22')), // in time
  ...each(31, 8, id => feedback(id, id, '2026-05-20', '2026-05-20')), // on the day
  ...each(39, 3, id => feedback(id, id, '2026-05-21', '2026-06-05')), // an interim reply does not help
  ...each(42, 2, id => reply(100 + id, id, '2026-05-13', '2026-05-14')), // mixed: late,
  ...each(42, 2, id => feedback(id, id, '2026-05-22', '2026-05-21')), // and in time
  feedback(44, 44, '2026-06-30', '2026-06-30'),
  feedback(45, 45, '2026-06-30', '2026-07-01'),
  ...each(46, 2, id => ({ ...feedback(id, id, '2026-07-06', null), provisional: true })), // of the next quarter
  reply(49, 49, '2026-04-24', '2026-04-23'), // withdrawn a day before: void
  reply(50, 50, '2026-04-24', '2026-04-28'), // withdrawn after: late
  ...each(51, 2, id => feedback(id, id, '2026-05-27', '2026-05-13')), // merged: void
  reply(58, 58, '2026-05-21', '2026-05-21'), // in time,
  reply(158, 58, '2026-06-15', '2026-06-12'), // and again
  feedback(59, 59, '2026-06-29', '2026-06-26'), // in time
  reply(62, 62, '2026-07-06', null), // of the next quarter
]

const rectifications = [
  rectified(1, 1, '2025-06-30'), // a day too long ago
  rectified(2, 2, '2025-07-01'), // just within the twelve months
  rectified(3, 4, '2026-04-01'), // accepted on the first day,
  rectified(4, 31, '2026-05-19'),
  rectified(5, 31, '2026-05-20'), // a second of the same case
  rectified(6, 44, '2026-06-30'), // on the last day
  rectified(7, 45, '2026-07-01'), // after the quarter
  rectified(8, 59, null), // not accepted
]

/** The second quarter of 2026 as it was counted by hand: 59 cases in hand, with every trap that the definitions know. */
export const handQuarter: ReportRows = rowsOf({ cases, promises, rectifications, consultations: 17 })
