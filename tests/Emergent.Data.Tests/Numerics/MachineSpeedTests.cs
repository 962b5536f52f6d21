namespace Emergent.Data.Tests;

public class MachineSpeedTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Rates_are_found_at_every_width(int lanes)
    {
        Assert.InRange(MachineSpeed.ReadBandwidth(100_000, threads: 1, lanes), 1e7, 1e13);
        Assert.InRange(MachineSpeed.MultiplyAddRate(threads: 1, lanes), 1e6, 1e13);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(1000)]
    public void Threads_are_held_to_the_processors_there_are(int threads)
    {
        Assert.InRange(MachineSpeed.ReadBandwidth(1_000_000, threads), 1e7, 1e14);
        Assert.InRange(MachineSpeed.MultiplyAddRate(threads), 1e6, 1e14);
    }

    [Fact]
    public void No_size_is_too_small() => Assert.InRange(MachineSpeed.ReadBandwidth(0), 1e7, 1e13);
}
