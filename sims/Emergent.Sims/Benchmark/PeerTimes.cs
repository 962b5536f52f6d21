namespace Emergent.Sims;

/// <summary>Milliseconds a trial of the Go and C++ programs on the published benchmark: the best that either reached with one thread, and with one or two.</summary>
/// <remarks>Measured 2026-11 on a 2-core AMD Zen 5 virtual machine: Go 1.19 with leabra 1.2.10, C++ emergent 8.6.1. On another machine, a ratio to them is one of programs and machines.</remarks>
/// <param name="Go">The Go program, one thread.</param>
/// <param name="Cpp">The C++ program, one thread.</param>
/// <param name="GoThreads">The Go program, one or two threads.</param>
/// <param name="CppThreads">The C++ program, one or two threads.</param>
public sealed record PeerTimes(double Go, double Cpp, double GoThreads, double CppThreads)
{
    /// <summary>The times for this size; null where none were published.</summary>
    public static PeerTimes? Of(string size) => size switch
    {
        "SMALL" => new(0.58, 0.60, 0.58, 0.59),   // with two threads Go took 1.22
        "MEDIUM" => new(2.61, 2.68, 2.61, 1.67),
        "LARGE" => new(61, 34, 52.9, 18.7),
        "HUGE" => new(308, 97, 203, 50),
        "GINORMOUS" => new(910, 541, 741, 244),
        _ => null,
    };
}
