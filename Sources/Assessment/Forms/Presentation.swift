/// The order in which a form shows the options, targets or entries of an item: for each part a permutation of their places,
/// empty where it has none or keeps its order. An item that is not composite is one part.
public struct Presentation: Hashable, Sendable {
    public var orders: [[Int]]

    public init(_ orders: [[Int]]) {
        self.orders = orders
    }

    /// The order of one part, from 0; empty for a part that it does not know.
    public subscript(part: Int) -> [Int] { orders.indices.contains(part) ? orders[part] : [] }

    /// The stored form, `2,0,1` for one part, `2,0,1;;1,0` for three.
    public var encoded: String {
        orders.map { $0.map(String.init).joined(separator: ",") }.joined(separator: ";")
    }

    /// Reads the stored form. Bytes, not characters: a question page reads one each time.
    public init(encoded: String) {
        orders = encoded.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { order in
            order.split(separator: UInt8(ascii: ",")).compactMap { Int(Substring($0)) }
        }
    }
}
