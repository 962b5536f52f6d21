namespace Emergent.Leabra.Tests;

/// <summary>The selection on processors with narrower vectors, which switches of the runtime stand for.</summary>
public class GoldenProcessorTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512", 8)]
    [InlineData("DOTNET_EnableAVX2", 4)]
    [InlineData("DOTNET_EnableHWIntrinsic", 1)]
    public void Processor_without_an_instruction_set_gives_the_bits_of_the_reference(string setting, int lanes)
    {
        var (exitCode, _, used, output) = GoldenProcess.Run([.. "abcdghij".Select(folder => Path.Combine(GoldenData.Selection, $"{folder}"))], setting);
        Assert.True(exitCode == 0, output);
        Assert.True(used <= lanes, $"{setting}=0 leaves {used} lanes.");
    }
}
