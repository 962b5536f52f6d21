using System.Runtime.InteropServices;
using Emergent.Data;

namespace Emergent.Sims;

/// <summary>The machine that a benchmark ran on, and what it can do on one thread.</summary>
/// <param name="Processor">The processor's name, or its architecture where the system does not say.</param>
/// <param name="Cores">Processors that this process may use.</param>
/// <param name="Lanes">Floats in the widest vectors that kernels use.</param>
/// <param name="Runtime">The version of .NET.</param>
/// <param name="BandwidthL2">Bytes a second from half a megabyte.</param>
/// <param name="BandwidthL3">Bytes a second from 8 MB.</param>
/// <param name="BandwidthMemory">Bytes a second from 256 MB.</param>
/// <param name="MultiplyAddRate">Pairs of a multiplication and an addition in a second.</param>
public sealed record MachineDescription(
    string Processor, int Cores, int Lanes, string Runtime, double BandwidthL2, double BandwidthL3, double BandwidthMemory, double MultiplyAddRate)
{
    /// <summary>Measures this machine, in about half a second.</summary>
    public static MachineDescription Measure() => new(
        ProcessorName(), Environment.ProcessorCount, Kernel.MachineLanes, RuntimeInformation.FrameworkDescription,
        MachineSpeed.ReadBandwidth(512 << 10), MachineSpeed.ReadBandwidth(8 << 20), MachineSpeed.ReadBandwidth(256 << 20), MachineSpeed.MultiplyAddRate());

    /// <summary>The machine in a line.</summary>
    public override string ToString() =>
        $"{Processor}, {Cores} cores, {Lanes} lanes, {Runtime}; one thread reads {BandwidthL2 / 1e9:0} GB/s from 0.5 MB (L2), {BandwidthL3 / 1e9:0} from 8 MB (L3), {BandwidthMemory / 1e9:0.0} from 256 MB (memory), and computes {MultiplyAddRate / 1e9:0} G multiply-adds/s";

    private static string ProcessorName()
    {
        const string ModelName = "model name", CpuInfo = "/proc/cpuinfo";
        var line = File.Exists(CpuInfo) ? File.ReadLines(CpuInfo).FirstOrDefault(l => l.StartsWith(ModelName, StringComparison.Ordinal)) : null;
        return line is null ? $"{RuntimeInformation.ProcessArchitecture} processor" : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
