import { expect } from 'chai'
import * as ofDiagrams from '../../src/casework/diagram-problem.js'
import * as ofCasework from '../../src/casework/problem.js'
import * as ofSetup from '../../src/casework/setup-problem.js'
import { text } from '../../src/catalogue/index.js'
import { problems as sentences } from '../../src/catalogue/zh-CN/problems.js'

const problems = { ...ofCasework, ...ofDiagrams, ...ofSetup }
const { Problem } = problems

const each: readonly ofCasework.Problem[] = [
  new problems.NotFoundProblem('项事项'),
  new problems.NotAllowedProblem('窗口专员', '发布流程'),
  new problems.SignInRequiredProblem(),
  new problems.WrongCredentialsProblem(),
  new problems.WrongLookupProblem(),
  new problems.TooManyAttemptsProblem(15),
  new problems.StalePageProblem('事项2026-00017-7', '韦主任'),
  new problems.TaskAlreadyClosedProblem('责任认定', '韦主任'),
  new problems.TaskClaimedByOtherProblem('责任认定', '韦主任'),
  new problems.InvalidAnswersProblem({ verdict: '请选择责任认定' }),
  new problems.CaseClosedProblem('2026-00017-7', '已归档', '撤回'),
  new problems.CalendarNotPublishedProblem(2027),
  new problems.CalendarMovedOnProblem(),
  new problems.CalendarRefusedProblem('2026年10月1日（周四）是国庆节'),
  new problems.UnknownRoleProblem('责任认定', 'boss', ['clerk', 'officer']),
  new problems.DefinitionRefusedProblem('解决群众“办不成事”', [{}, {}]),
  new problems.DifferentPersonRequiredProblem('复核', '覃主任'),
  new problems.ComplainedAboutProblem('原因分析'),
  new problems.SubjectMissingProblem('2026-00017-7'),
  new problems.ConfirmationMissingProblem('2026-00017-7', '区民政局'),
  new problems.PreventionMissingProblem('食品经营许可（新办）'),
  new problems.GuideDidNotNameProblem(),
  new problems.TooLargeProblem('详细情况', '1048576字', '2000字'),
  new problems.NoLiaisonProblem('区残联'),
  new problems.NothingToDoProblem('事项2026-00017-7', '撤回'),
  new problems.CannotMergeProblem('2026-00017-7', '2026-00012-5', text('runtime.merge.otherPerson')),
  new problems.CannotReturnProblem('责任认定'),
  new problems.CannotPauseProblem('2026-00017-7', text('pause.cannot.none')),
  new problems.CannotExtendProblem('2026-00017-7', text('interim.cannot.none')),
  new problems.StepFailedProblem('2026-00017-7'),
  new problems.ReportFrozenProblem('2026年第二季度'),
  new problems.DraftChangedProblem({
    by: '韦主任',
    at: '2026-04-15T01:00:00.000Z',
    when: '2026年4月15日（周三）09:00',
    revision: 7,
  }),
  new problems.DraftFrozenProblem('韦主任'),
  new problems.DiagramUnreadableProblem('第3行有误'),
  new problems.OtherProcessProblem('banbuchengshi', 'other'),
  new problems.FourEyesProblem(),
  new problems.OneAdministratorProblem(),
  new problems.UnknownSettingProblem('PORT', 'abc', '1至65535的整数'),
  new problems.UnifiedSignInProblem(text('unified.noRole')),
  new problems.SecretMissingProblem('BANDECHENG_SECRET'),
  new problems.NotErasableProblem('2026-00017-7', text('retention.kept.held')),
  new problems.CaseErasedProblem('2026-00017-7', text('runtime.reopen')),
  new problems.RestrictedProblem('2026-00017-7', text('runtime.reopen')),
  new problems.WeakSecretProblem('BANDECHENG_SECRET'),
  new problems.ContactKeysPlaceProblem('/data'),
  new problems.ContactKeysLostProblem('/keys'),
  new problems.ContactKeysUnreadableProblem('/keys', new Error('EACCES')),
  new problems.ContactKeysLineProblem('/keys', 2),
  new problems.ContactKeysReadOnlyProblem('/keys', new Error('EROFS')),
  new problems.KeysInUseProblem('0123abcd', 7),
  new problems.NothingToRetireProblem(),
]

describe('Problems', () => {
  for (const problem of each) {
    it(`${problem.name} says its sentence in Chinese and what to do now`, () => {
      expect(problem).to.be.instanceOf(Problem)
      expect(problem.message).to.match(/\p{Script=Han}/u)
      expect(problem.message).to.not.match(/[{}]|undefined/)
      expect(problem.message, 'a remedy').to.match(/请|可|不能再|须由/)
      expect(problem.name).to.equal(problem.constructor.name)
    })
  }

  it('has one class for every sentence, and one sentence for every class', () => {
    const classes = Object.values(problems).filter(value => value !== Problem)
    expect(new Set(each.map(problem => problem.constructor)).size).to.equal(classes.length)
    expect(each.map(problem => `problem.${problem.code}`)).to.have.members(Object.keys(sentences))
  })

  it('names what it is about, so that the reader need not guess', () => {
    expect(new problems.StalePageProblem('事项2026-00017-7', '韦主任').message).to.include('韦主任')
    expect(new problems.UnknownRoleProblem('责任认定', 'boss', ['clerk', 'officer']).message).to.include(
      'clerk、officer',
    )
  })

  it('carries the sentence of each field to correct', () => {
    const problem = new problems.InvalidAnswersProblem({ verdict: '请选择', verdictReason: '请填写' })
    expect(problem.fields).to.deep.equal({ verdict: '请选择', verdictReason: '请填写' })
    expect(problem.message).to.include('2项')
  })

  it('keeps the cause for the log', () => {
    const cause = new Error('SQLITE_FULL')
    expect(new problems.StepFailedProblem('2026-00017-7', { cause }).cause).to.equal(cause)
  })
})
