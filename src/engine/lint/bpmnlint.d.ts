// bpmnlint is written in CommonJS and says nothing of its types where they are looked for.
declare module 'bpmnlint' {
  export interface LintReport {
    readonly id?: string
    readonly message: string
  }

  /** A rule as its factory made it. */
  export interface MadeRule {
    check(element: unknown, reporter: { report(id: string | undefined, message: string): void }): unknown
  }

  export interface LinterOptions {
    readonly config: { readonly rules: Readonly<Record<string, unknown>> }
    readonly resolver: {
      resolveRule(pkg: string, name: string): unknown
      resolveConfig(pkg: string, name: string): unknown
    }
    transformRule(rule: MadeRule): MadeRule
  }

  export const Linter: new (options: LinterOptions) => {
    lint(root: unknown): Promise<Record<string, readonly LintReport[]>>
  }
}

declare module 'bpmnlint/rules/*' {
  /** Makes a rule; only the linter looks into it. */
  const factory: (options: unknown) => unknown
  export default factory
}
