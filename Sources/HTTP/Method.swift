/// The methods that Gongbox answers; anything else is 405.
public enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case other
}
