import Assessment
import Classroom
import Markup

/// How many questions two forms have in common: neighbours, any two students, and neighbours where each form is drawn by itself.
struct OverlapChart: HTML {
    let text: Catalogue
    let report: DryRunReport

    private static let (width, height, foot) = (360.0, 150.0, 18.0)

    func render(into output: inout Output) {
        let series = [
            ("near", report.outcome.withNeighbours.pairs), ("any", report.outcome.withAnybody.pairs),
            ("free", report.independent.withNeighbours.pairs),
        ].map { (name: $0.0, shares: Self.shares($0.1)) }
        let bins = series.map(\.shares.count).max() ?? 0
        let step = Self.width / Double(max(1, bins))
        let scale = (Self.height - Self.foot) / max(series.flatMap(\.shares).max() ?? 1, 0.01)
        element("figure") {
            element("figcaption") {
                text("dry_run.overlap_chart") + " "
                for (name, _) in series { span(.class("key \(name)")) { text("dry_run.key_\(name)") } }
            }
            element(
                "svg", .class("chart"), Attribute("viewBox", "0 0 \(Int(Self.width)) \(Int(Self.height))"),
                .role("img"),
                Attribute("aria-label", text("dry_run.overlap_chart"))
            ) {
                for (number, one) in series.enumerated() {
                    for (bin, share) in one.shares.enumerated() {
                        Bar(
                            name: one.name, x: Double(bin) * step + step * (0.1 + 0.27 * Double(number)),
                            bottom: Self.height - Self.foot, width: step * 0.25, height: share * scale,
                            title: "\(bin): \(share.percent)")
                    }
                }
                for bin in 0..<bins {
                    element(
                        "text", Attribute("x", ((Double(bin) + 0.5) * step).coordinate),
                        Attribute("y", (Self.height - 4).coordinate)
                    ) { String(bin) }
                }
            }
        }.render(into: &output)
    }

    private static func shares(_ pairs: [Int]) -> [Double] {
        let all = pairs.reduce(0, +)
        return all == 0 ? [] : pairs.map { Double($0) / Double(all) }
    }
}

/// How often each family of the bank was drawn.
struct ExposureChart: HTML {
    let text: Catalogue
    let report: DryRunReport

    private static let (width, height) = (360.0, 100.0)

    func render(into output: inout Output) {
        let exposure = report.outcome.exposure
        let step = Self.width / Double(max(1, exposure.count))
        let most = Double(max(1, exposure.map(\.count).max() ?? 1))
        element("figure") {
            element("figcaption") { text("dry_run.exposure_chart") }
            element(
                "svg", .class("chart"), Attribute("viewBox", "0 0 \(Int(Self.width)) \(Int(Self.height))"),
                .role("img"),
                Attribute("aria-label", text("dry_run.exposure_chart"))
            ) {
                for (place, entry) in exposure.enumerated() {
                    Bar(
                        name: entry.count == 0 ? "never" : "any", x: (Double(place) + 0.1) * step, bottom: Self.height,
                        width: step * 0.8, height: max(1, Double(entry.count) / most * Self.height),
                        title: "\(report.titles[entry.family] ?? ""): \(entry.count)")
                }
            }
        }.render(into: &output)
    }
}

/// One bar of a chart; pointing at it tells its value.
private struct Bar: HTML {
    let name: String
    let x: Double
    let bottom: Double
    let width: Double
    let height: Double
    let title: String

    func render(into output: inout Output) {
        element(
            "rect", .class(name), Attribute("x", x.coordinate), Attribute("y", (bottom - height).coordinate),
            Attribute("width", width.coordinate), Attribute("height", height.coordinate)
        ) {
            element("title") { title }
        }.render(into: &output)
    }
}

extension Double {
    /// For a picture: two decimals are finer than any screen.
    fileprivate var coordinate: String { String((self * 100).rounded() / 100) }
}
