import Assessment
import Classroom
import Markup

/// What a dry run found: figures, and two pictures.
struct DryRunView: HTML {
    let text: Catalogue
    let report: DryRunReport

    func render(into output: inout Output) {
        let (drawn, free) = (report.outcome, report.independent)
        p {
            text(
                "dry_run.summary",
                [
                    "forms": String(drawn.forms), "students": String(report.students),
                    "attempts": String(report.attempts),
                ])
        }.render(into: &output)
        dl {
            figure("neighbours", drawn.withNeighbours.share.percent, free.withNeighbours.share.percent)
            figure("anybody", drawn.withAnybody.share.percent, free.withAnybody.share.percent)
            figure("repeats", drawn.repeatShare.percent, free.repeatShare.percent)
            figure("distinct", String(drawn.distinct), String(free.distinct))
            if free.difficulty.deviation > 0 {
                figure("difficulty", drawn.difficulty.deviation.percent, free.difficulty.deviation.percent)
            }
            dt { text("dry_run.never") }
            dd {
                drawn.neverDrawn.isEmpty
                    ? text("dry_run.none")
                    : drawn.neverDrawn.compactMap { report.titles[$0] }.joined(separator: ", ")
            }
        }.render(into: &output)
        OverlapChart(text: text, report: report).render(into: &output)
        ExposureChart(text: text, report: report).render(into: &output)
    }

    @HTMLBuilder
    private func figure(_ name: String, _ value: String, _ independent: String) -> some HTML {
        dt { text("dry_run.\(name)") }
        dd {
            value
            small { " " + text("dry_run.independent", ["value": independent]) }
        }
    }
}
