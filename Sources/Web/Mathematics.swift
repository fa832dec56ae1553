import Glibc

/// Mathematics written as TeX, which a script shows with Debian's KaTeX where the box has it. MathML needs nothing: browsers show it.
enum Mathematics {
    /// Of Debian's package `libjs-katex`; never copied into the project.
    static let katex = "/usr/share/javascript/katex/katex.min.js"

    /// Whether a page has what may be TeX: `\(`, `\[` or `$$`. A single `$` is money.
    static func isIn(_ page: [UInt8]) -> Bool {
        page.withUnsafeBytes { page in
            has(UInt8(ascii: "\\"), before: [UInt8(ascii: "("), UInt8(ascii: "[")], in: page)
                || has(UInt8(ascii: "$"), before: [UInt8(ascii: "$")], in: page)
        }
    }

    /// By `memchr`: nearly every page is searched in vain.
    private static func has(_ byte: UInt8, before next: [UInt8], in page: UnsafeRawBufferPointer) -> Bool {
        guard let start = page.baseAddress else { return false }
        var place = 0
        while let found = memchr(start + place, Int32(byte), page.count - place) {
            place = UnsafeRawPointer(found) - start + 1
            if place < page.count, next.contains(page[place]) { return true }
        }
        return false
    }
}
